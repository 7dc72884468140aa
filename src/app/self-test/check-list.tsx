import { makeStyles, mergeClasses, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  ErrorCircleFilled,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import {
  CHECK_IDS,
  describeResult,
  type CheckId,
  type CheckResult,
  type SelfTestTexts,
} from '../../self-test';
import { resultsOf, type SelfTestRun } from './self-test-run';

const useStyles = makeStyles({
  list: { margin: '0', padding: '0', listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { fontSize: '20px', display: 'flex', color: tokens.colorNeutralForeground3 },
  passed: { color: tokens.colorPaletteGreenForeground1 },
  failed: { color: tokens.colorPaletteRedForeground1 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  name: typographyStyles.body1,
  status: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground2 },
  finding: {
    ...typographyStyles.body1,
    margin: '0',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  facts: {
    margin: '0',
    marginBlockStart: tokens.spacingVerticalXS,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
  term: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground2 },
  value: { ...typographyStyles.body1, margin: '0', overflowWrap: 'anywhere', userSelect: 'text' },
});

/** What a row says of a check; those to come are there from the beginning. */
type RowStatus = CheckResult['status'] | 'running' | 'waiting';

export function CheckList({ run, texts }: { readonly run: SelfTestRun; readonly texts: SelfTestTexts }) {
  const styles = useStyles();
  const results = new Map(resultsOf(run).map((result) => [result.id, result]));
  return (
    <ul className={styles.list} aria-label={texts['panel.results']}>
      {CHECK_IDS.map((id) => {
        const result = results.get(id);
        const isCurrent = run.kind === 'running' && run.current === id;
        return (
          <Row
            key={id}
            id={id}
            texts={texts}
            result={result}
            status={result?.status ?? (isCurrent ? 'running' : 'waiting')}
          />
        );
      })}
    </ul>
  );
}

interface RowProps {
  readonly id: CheckId;
  readonly status: RowStatus;
  readonly result: CheckResult | undefined;
  readonly texts: SelfTestTexts;
}

function Row({ id, status, result, texts }: RowProps) {
  const styles = useStyles();
  return (
    <li className={styles.row} data-check={id} data-status={status}>
      <StatusIcon status={status} />
      <div>
        <div className={styles.head}>
          <span className={styles.name}>{texts[`check.${id}`]}</span>
          <span className={styles.status}>{texts[`status.${status}`]}</span>
        </div>
        {result && <Finding result={result} texts={texts} />}
      </div>
    </li>
  );
}

function Finding({ result, texts }: { readonly result: CheckResult; readonly texts: SelfTestTexts }) {
  const styles = useStyles();
  const { finding, fix, who } = describeResult(result, texts);
  if (finding === '') return null;
  if (fix === undefined) return <p className={styles.finding}>{finding}</p>;
  const facts = [
    [texts['panel.cause'], finding],
    [texts['panel.fix'], fix],
    [texts['panel.who'], who],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Beside the word, for those who scan the list. */
function StatusIcon({ status }: { readonly status: RowStatus }) {
  const styles = useStyles();
  switch (status) {
    case 'passed':
      return <CheckmarkCircleFilled className={mergeClasses(styles.icon, styles.passed)} aria-hidden />;
    case 'failed':
      return <ErrorCircleFilled className={mergeClasses(styles.icon, styles.failed)} aria-hidden />;
    case 'unchecked':
      return <SubtractCircleRegular className={styles.icon} aria-hidden />;
    case 'running':
      return <Spinner size="extra-tiny" aria-hidden />;
    case 'waiting':
      return <CircleRegular className={styles.icon} aria-hidden />;
  }
}
