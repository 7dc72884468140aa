import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import type { ClickReason, SelfTestTexts } from '../../self-test';

const useStyles = makeStyles({ body: { whiteSpace: 'normal' } });

export interface AskForClickProps {
  readonly reason: ClickReason;
  readonly texts: SelfTestTexts;
  readonly answer: (clicked: boolean) => void;
}

/** A window opens only by a click; one may also go on without. */
export function AskForClick({ reason, texts, answer }: AskForClickProps) {
  const styles = useStyles();
  return (
    <MessageBar intent="info" layout="multiline" politeness="polite">
      <MessageBarBody className={styles.body}>{texts[`ask.${reason}`]}</MessageBarBody>
      <MessageBarActions>
        <Button autoFocus appearance="primary" onClick={() => answer(true)}>
          {texts[`ask.${reason}.action`]}
        </Button>
        <Button onClick={() => answer(false)}>{texts['ask.skip']}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
