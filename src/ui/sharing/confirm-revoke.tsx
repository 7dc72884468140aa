import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Permission } from '../../drive';
import { useInitialFocus } from '../dialogs/use-return-focus';
import { useText } from '../text';
import { useElement } from '../use-element';
import { namePermission } from './permission-text';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
});

interface ConfirmRevokeProps {
  readonly permission: Permission;
  readonly isOwn: boolean;
  readonly onRevoke: () => void;
  readonly onKeep: () => void;
}

/** Says what taking an access away means. The focus starts on what changes nothing. */
export function ConfirmRevoke({ permission, isOwn, onRevoke, onKeep }: ConfirmRevokeProps) {
  const text = useText();
  const styles = useStyles();
  const [keep, setKeep] = useElement<HTMLButtonElement>();
  const { link, people } = permission;
  const name = namePermission(permission, text);
  useInitialFocus(true, () => keep.current?.focus());
  const meaning = link
    ? text('share.confirm.link', { count: people.length })
    : text(isOwn ? 'share.confirm.own' : 'share.confirm.person', { name });
  return (
    <div role="group" aria-label={meaning} className={styles.box}>
      <div>{meaning}</div>
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" onClick={onRevoke}>
          {text('share.confirm.remove')}
        </Button>
        <Button ref={setKeep} size="small" onClick={onKeep}>
          {text('share.confirm.keep')}
        </Button>
      </div>
    </div>
  );
}
