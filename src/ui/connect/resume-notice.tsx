import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import type { BegunAct, Resumption } from '../../auth';
import { useControl, useStore } from '../control-context';
import { useText, type Text } from '../text';
import { failureText } from './failure-text';

const useStyles = makeStyles({
  bar: { flexShrink: 0, borderRadius: '0' },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** What was begun before the page went to Microsoft: it goes on, is done, refused, or waits for the user's word. */
export function ResumeNotice() {
  const text = useText();
  const styles = useStyles();
  const control = useControl();
  const resumption = useStore(control.resumption);
  const asking = useStore(control.permission) !== undefined;
  if (!resumption || asking) return null;
  const { status } = resumption;
  const isOffered = status === 'offered';
  return (
    <MessageBar className={styles.bar} intent={INTENTS[status]} layout="auto">
      <MessageBarBody className={styles.body}>{sentence(resumption, text)}</MessageBarBody>
      {status !== 'running' && (
        <MessageBarActions>
          {isOffered && (
            <Button appearance="primary" size="small" onClick={() => control.resume()}>
              {text('resume.goOn')}
            </Button>
          )}
          <Button size="small" onClick={() => control.discard()}>
            {text(isOffered ? 'resume.discard' : 'resume.close')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

const INTENTS = { offered: 'warning', running: 'info', done: 'success', refused: 'error' } as const;

function sentence(resumption: Resumption, text: Text): string {
  if (resumption.status === 'refused') return failureText(resumption.error, text);
  const acts = resumption.status === 'running' ? [resumption.act] : resumption.acts;
  const what = text.allOf(acts.map((act) => describe(act, text)));
  if (resumption.status !== 'offered' || !resumption.error)
    return text(`resume.${resumption.status}`, { what });
  return text('resume.failed', { what, reason: text(`error.${resumption.error.code}.title`) });
}

function describe({ kind, names }: BegunAct, text: Text): string {
  const [first = '', second = ''] = names;
  if (kind === 'rename') return text('resume.rename', { from: first, to: second });
  return text(`resume.${kind}`, { count: names.length, name: first });
}
