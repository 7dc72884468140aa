import { makeStyles, typographyStyles } from '@fluentui/react-components';
import { fillIn } from '../../locales';
import type { CheckId, SelfTestTexts } from '../../self-test';
import { resultsOf, verdictOf, type SelfTestRun } from './self-test-run';

const useStyles = makeStyles({ summary: { ...typographyStyles.body1Strong, margin: '0' } });

/** Said aloud when it changes: that it waits, and how it ended; not every step. */
export function Summary({ run, texts }: { readonly run: SelfTestRun; readonly texts: SelfTestTexts }) {
  const styles = useStyles();
  return (
    <p className={styles.summary} role="status">
      {summarize(run, texts)}
    </p>
  );
}

const VERDICTS = { 'all-right': 'panel.allRight', partly: 'panel.partly', wrong: undefined } as const;
/** Their window is the person's: where it ends in an error of Microsoft's, nothing comes back. */
const BY_WINDOW: ReadonlySet<CheckId> = new Set(['sign-in', 'writing']);

function summarize(run: SelfTestRun, texts: SelfTestTexts): string {
  switch (run.kind) {
    case 'idle':
      return '';
    case 'running':
      if (run.asking) return texts['panel.asking'];
      return texts[run.current && BY_WINDOW.has(run.current) ? 'panel.waiting' : 'panel.running'];
    case 'finished': {
      const results = resultsOf(run);
      const count = (status: string) => String(results.filter((result) => result.status === status).length);
      const counts = { passed: count('passed'), failed: count('failed'), unchecked: count('unchecked') };
      const verdict = VERDICTS[verdictOf(run.report)];
      // What comes first in the order of the test is often why the rest has failed.
      const wrong = results.find(({ status }) => status === 'failed');
      return [
        verdict && texts[verdict],
        fillIn(texts['panel.counts'], counts),
        wrong && fillIn(texts['panel.first'], { check: texts[`check.${wrong.id}`] }),
      ]
        .filter(Boolean)
        .join(' ');
    }
  }
}
