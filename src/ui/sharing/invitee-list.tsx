import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { DismissRegular, ErrorCircleFilled } from '@fluentui/react-icons';
import type { KeyboardEvent, RefObject } from 'react';
import { useText, type Text } from '../text';
import { failureText } from './permission-text';
import { keyOf, type Invitee } from './use-invite-form';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    listStyleType: 'none',
    margin: '0',
    padding: '0',
  },
  token: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
    boxSizing: 'border-box',
    paddingInlineStart: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
  wrong: { border: `1px solid ${tokens.colorStatusDangerBorder1}` },
  words: { minWidth: '0' },
  reason: {
    ...typographyStyles.caption1,
    color: tokens.colorStatusDangerForeground1,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
  },
});

interface InviteeListProps {
  readonly people: readonly Invitee[];
  readonly isFixed: boolean;
  readonly onRemove: (invitee: Invitee) => void;
  /** The focus goes there where no entry is left. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly list: RefObject<HTMLUListElement | null>;
}

/** Those to be invited: each goes by its button, by Delete and by Backspace; arrows walk from one to the next. */
export function InviteeList({ people, isFixed, onRemove, field, list }: InviteeListProps) {
  const text = useText();
  const styles = useStyles();
  const focus = (index: number) => {
    const buttons = list.current?.querySelectorAll('button') ?? [];
    (buttons[index] ?? field.current)?.focus();
  };
  const remove = (invitee: Invitee, index: number) => {
    // Before its button goes; the next one moves into its place.
    if (index < people.length - 1) focus(index + 1);
    else if (index > 0) focus(index - 1);
    else field.current?.focus();
    onRemove(invitee);
  };
  const onKeyDown = (event: KeyboardEvent, invitee: Invitee, index: number) => {
    if (event.key === 'Delete' || event.key === 'Backspace') remove(invitee, index);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') focus(Math.max(0, index - 1));
    else if (event.key === 'ArrowRight' || event.key === 'ArrowDown') focus(index + 1);
    else return;
    event.preventDefault();
  };
  if (people.length === 0) return null;
  return (
    <ul ref={list} className={styles.list} aria-label={text('share.people.chosen')}>
      {people.map((invitee, index) => {
        const name = nameOf(invitee);
        const reason = reasonOf(invitee, text);
        return (
          <li key={keyOf(invitee)} className={mergeClasses(styles.token, reason && styles.wrong)}>
            <div className={styles.words}>
              <bdi>{name}</bdi>
              {reason && (
                <div className={styles.reason}>
                  <ErrorCircleFilled aria-hidden />
                  {reason}
                </div>
              )}
            </div>
            <Button
              size="small"
              appearance="transparent"
              icon={<DismissRegular />}
              aria-label={text('share.people.remove', { name })}
              disabledFocusable={isFixed}
              onClick={() => remove(invitee, index)}
              onKeyDown={(event) => !isFixed && onKeyDown(event, invitee, index)}
            />
          </li>
        );
      })}
    </ul>
  );
}

function nameOf(invitee: Invitee): string {
  if (invitee.kind === 'invalid') return invitee.text;
  return invitee.name ? `${invitee.name} <${invitee.email}>` : invitee.email;
}

function reasonOf(invitee: Invitee, text: Text): string | undefined {
  if (invitee.kind === 'invalid') return text(`share.people.${invitee.reason}`);
  return invitee.error && failureText(invitee.error, text);
}
