import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { use } from 'react';
import { loadSelfTestTexts, type SelfTestSettings } from '../../self-test';
import { AskForClick } from './ask-for-click';
import { CheckList } from './check-list';
import { CopyReport } from './copy-report';
import { verdictOf } from './self-test-run';
import { Summary } from './summary';
import { useSelfTest } from './use-self-test';
import { WaysOn } from './ways-on';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '720px',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground1,
    textAlign: 'start',
  },
  title: { ...typographyStyles.title2, margin: '0' },
  intro: { ...typographyStyles.body1, margin: '0', color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const loading = loadSelfTestTexts();

interface SelfTestPanelProps {
  readonly settings: SelfTestSettings;
  /** Address of the set-up assistant, where it may be used. */
  readonly assistant: string | undefined;
}

/** Tries out a set-up and says what is wrong, what to do, and who can do it. Suspends until its words are there. */
export function SelfTestPanel({ settings, assistant }: SelfTestPanelProps) {
  const texts = use(loading);
  const styles = useStyles();
  const { run, start, cancel, answer } = useSelfTest(settings);
  const isPassed = run.kind === 'finished' && verdictOf(run.report) === 'all-right';
  return (
    <section className={styles.panel} aria-label={texts['panel.title']}>
      <h1 className={styles.title}>{texts['panel.title']}</h1>
      {run.kind !== 'finished' && <p className={styles.intro}>{texts['panel.intro']}</p>}
      <div className={styles.actions}>
        {/* One button in all states: the focus stays where it is. */}
        <Button
          appearance={run.kind === 'running' || isPassed ? 'secondary' : 'primary'}
          onClick={run.kind === 'running' ? cancel : start}
        >
          {texts[ACTIONS[run.kind]]}
        </Button>
        {run.kind === 'finished' && <CopyReport report={run.report} texts={texts} />}
      </div>
      <Summary run={run} texts={texts} />
      {run.kind !== 'running' && <WaysOn isPassed={isPassed} assistant={assistant} texts={texts} />}
      {run.kind === 'running' && run.asking && (
        <AskForClick key={run.asking} reason={run.asking} texts={texts} answer={answer} />
      )}
      {run.kind !== 'idle' && <CheckList run={run} texts={texts} />}
    </section>
  );
}

const ACTIONS = { idle: 'panel.start', running: 'panel.cancel', finished: 'panel.again' } as const;
