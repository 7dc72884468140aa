import { makeStyles, MenuItem, tokens } from '@fluentui/react-components';
import { useText } from '../text';
import { nameKey } from './name-key';
import type { OfferedAction } from './offer-actions';

interface ActionItemProps {
  readonly action: OfferedAction;
  /** Called before the action runs, which may move the focus on. */
  readonly onClose?: () => void;
}

const useStyles = makeStyles({
  // Long reasons, and long texts of other languages, take a second line.
  reason: { whiteSpace: 'normal', color: tokens.colorNeutralForeground3 },
  key: { unicodeBidi: 'isolate' },
});

/** An action in a menu. Where it can't be done, the reason stands below it: there is no pointer to rest on a telephone. */
export function ActionItem({ action, onClose }: ActionItemProps) {
  const styles = useStyles();
  const text = useText();
  const { label, icon, refusal, run, keys } = action;
  const [key] = keys;
  return (
    <MenuItem
      icon={icon}
      disabled={refusal !== undefined}
      subText={refusal ? { className: styles.reason, children: refusal } : null}
      secondaryContent={
        key ? { className: styles.key, children: nameKey(key, text), 'aria-hidden': true } : null
      }
      aria-keyshortcuts={keys.join(' ') || undefined}
      onClick={() => {
        onClose?.();
        run();
      }}
    >
      {label}
    </MenuItem>
  );
}
