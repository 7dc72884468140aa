import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useText } from '../text';

/** Of more than this many only the first are named. */
const NAMED = 3;

const useStyles = makeStyles({
  bar: { flexShrink: 0, margin: tokens.spacingHorizontalM },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

interface UnreadNoticeProps {
  readonly names: readonly string[];
  readonly onClose: () => void;
}

/** What the browser could not open is not uploaded: that stays on screen until somebody has seen it. */
export function UnreadNotice({ names, onClose }: UnreadNoticeProps) {
  const text = useText();
  const styles = useStyles();
  const more = names.length - NAMED;
  const listed = [...names.slice(0, NAMED), ...(more > 0 ? [text('drop.more', { count: more })] : [])];
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        {text('drop.unreadable', { count: names.length, names: text.allOf(listed) })}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={text('dialog.close')}
            icon={<DismissRegular />}
            onClick={onClose}
          />
        }
      />
    </MessageBar>
  );
}
