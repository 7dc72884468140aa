import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import type { OneDriveError } from '../lib';
import { useText } from './text';

const useStyles = makeStyles({
  bar: { alignItems: 'start', textAlign: 'start', paddingBlock: tokens.spacingVerticalS },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  title: { display: 'block' },
  details: { marginBlockStart: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', width: 'fit-content', color: tokens.colorBrandForegroundLink },
  facts: { margin: '0', paddingInlineStart: tokens.spacingHorizontalL, userSelect: 'text' },
});

/** What went wrong, what can be done, and on demand the facts that support staff ask for. */
export function ErrorNotice({ error }: { readonly error: OneDriveError }) {
  const text = useText();
  const styles = useStyles();
  const facts = [
    text('connect.detailCode', { code: error.code }),
    ...(error.serviceCode ? [text('connect.detailService', { code: error.serviceCode })] : []),
    ...(error.status === undefined ? [] : [text('connect.detailStatus', { status: String(error.status) })]),
    ...(error.requestId ? [text('connect.detailRequest', { id: error.requestId })] : []),
  ];
  return (
    <MessageBar className={styles.bar} intent="error" layout="multiline" politeness="polite">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>{text(`error.${error.code}.title`)}</MessageBarTitle>
        {text(`error.${error.code}.advice`)}
        <details className={styles.details}>
          <summary className={styles.summary}>{text('connect.details')}</summary>
          <ul className={styles.facts}>
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </details>
      </MessageBarBody>
    </MessageBar>
  );
}
