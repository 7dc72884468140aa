import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import type { OneDriveError } from '../../lib';
import { useText } from '../text';
import { ErrorDetails } from './parts';

const useStyles = makeStyles({
  bar: { alignItems: 'start', textAlign: 'start', paddingBlock: tokens.spacingVerticalS },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  title: { display: 'block' },
});

/** The page around says itself why it does not want something. */
function adviceOf({ code, serviceText }: OneDriveError): string | undefined {
  return code === 'refused-by-page' ? serviceText : undefined;
}

/** What went wrong, and what can be done; below it the explanation, and on demand the facts that support staff ask for. */
export function ErrorNotice({ error }: { readonly error: OneDriveError }) {
  const text = useText();
  const styles = useStyles();
  return (
    <MessageBar className={styles.bar} intent="error" layout="multiline" politeness="polite">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>{text(`error.${error.code}.title`)}</MessageBarTitle>
        {adviceOf(error) ?? text(`error.${error.code}.advice`)}
        <ErrorDetails error={error} />
      </MessageBarBody>
    </MessageBar>
  );
}
