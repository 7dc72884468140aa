import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import {
  baseLength,
  isFolder,
  planRenames,
  type DriveItem,
  type PlannedRename,
  type RenameRule,
} from '../../drive';
import { useControl, useStore } from '../control-context';
import { Modal } from '../dialogs/modal';
import { useInitialFocus, useReturnFocus } from '../dialogs/use-return-focus';
import { useText } from '../text';
import { useElement } from '../use-element';
import { useViewState } from '../view-state';
import { emptyRenameInput, ruleOf, type RenameInput } from './rename-input';
import { RenamePreview } from './rename-preview';
import { RuleFields } from './rule-fields';

const useStyles = makeStyles({
  status: { minHeight: tokens.lineHeightBase300 },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/**
 * Renames many items by one rule, in the order of the list. What can't have its new name is left out, and says why
 * beforehand; the line of the operation tells the rest.
 */
export function BatchRenameDialog({ items }: { readonly items: readonly DriveItem[] }) {
  const text = useText();
  const styles = useStyles();
  const { operations, folder } = useControl();
  const { dialog } = useViewState();
  const [input, setInput] = useState(() => emptyRenameInput(proposalOf(items)));
  const [first, setFirst] = useElement<HTMLInputElement>();
  const anchor = useRef<HTMLSpanElement>(null);
  // Typing goes before looking: of thousands the names follow a moment later.
  const shown = useDeferredValue(input);
  const { items: listed, listing, path } = useStore(folder.state);
  const plan = useMemo(() => planOf(items, shown, listed), [items, shown, listed]);
  const count = renamesOf(plan).length;
  const kept = plan.filter(({ verdict }) => verdict.kind === 'same').length;
  const isListed = listing.status === 'complete' || listing.status === 'refreshing';
  const isAllKnown = isListed && path.at(-1)?.elsewhere === undefined;
  const close = () => dialog.set(undefined);
  useReturnFocus(anchor);
  useInitialFocus(true, () => first.current?.focus());

  const submit = () => {
    // As it is typed by now.
    const renames = renamesOf(planOf(items, input, listed));
    if (renames.length === 0) return;
    close();
    void operations.begin({ kind: 'rename', renames: renames.map(({ item, name }) => ({ item, name })) });
  };
  return (
    <>
      <span ref={anchor} hidden />
      <Modal
        open
        isWide
        title={text('rename.title', { count: items.length })}
        onSubmit={submit}
        onDismiss={close}
        actions={
          <>
            <Button type="submit" appearance="primary" disabledFocusable={count === 0}>
              {text('rename.action', { count })}
            </Button>
            <Button onClick={close}>{text('dialog.cancel')}</Button>
          </>
        }
      >
        <RuleFields
          input={input}
          onChange={(change) => setInput({ ...input, ...change })}
          firstRef={setFirst}
        />
        <div role="status" className={styles.status}>
          {text('rename.status', { renamed: count, wrong: plan.length - count - kept })}
        </div>
        <RenamePreview plan={plan} />
        {!isAllKnown && <div className={styles.note}>{text('rename.unlisted')}</div>}
      </Modal>
    </>
  );
}

const NO_CHANGE: RenameRule = { kind: 'add', before: '', after: '', withExtension: false };

function planOf(
  items: readonly DriveItem[],
  input: RenameInput,
  listed: readonly DriveItem[],
): readonly PlannedRename[] {
  return planRenames(items, ruleOf(input) ?? NO_CHANGE, listed);
}

function renamesOf(plan: readonly PlannedRename[]): readonly PlannedRename[] {
  return plan.filter(({ verdict }) => verdict.kind === 'renamed');
}

/** All are called as the first one, before their numbers. */
function proposalOf([first]: readonly DriveItem[]): string {
  if (!first) return '';
  return `${isFolder(first) ? first.name : first.name.slice(0, baseLength(first.name))} `;
}
