import { makeStyles, mergeClasses, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  ErrorCircleFilled,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import { CHECK_IDS, type CheckId, type CheckResult, type SelfTestTexts } from '../../self-test';
import { Finding } from './finding';
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
});

/** What a row says of a check; those to come are there from the beginning. */
type RowStatus = CheckResult['status'] | 'running' | 'waiting';

export function CheckList({ run, texts }: { readonly run: SelfTestRun; readonly texts: SelfTestTexts }) {
  const styles = useStyles();
  const results = new Map(resultsOf(run).map((result) => [result.id, result]));
  return (
    <ul className={styles.list} aria-label={texts['panel.results']}>
      {idsOf(run).map((id) => {
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

/** How much somebody wants to see of it, when the test has ended. */
const RANKS = { failed: 0, unchecked: 1, passed: 2 } as const;

/** As they are made; at the end what is to be put right comes first. */
function idsOf(run: SelfTestRun): readonly CheckId[] {
  if (run.kind !== 'finished') return CHECK_IDS;
  const { results } = run.report;
  return [...results].sort((a, b) => RANKS[a.status] - RANKS[b.status]).map(({ id }) => id);
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
