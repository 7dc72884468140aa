import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { Realm } from '../../ui';
import { PAGE } from '../pages';
import { SetupAssistant, type SetupAssistantProps } from './setup-assistant';

const useStyles = makeStyles({
  screen: {
    flexGrow: 1,
    minHeight: '0',
    overflowY: 'auto',
    overflowX: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  leave: { display: 'block', padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0` },
});

export interface SetupScreenProps extends SetupAssistantProps {
  /** The page is configured: there is something to go back to. */
  readonly canLeave: boolean;
}

/** The set-up assistant as a page of its own: `?setup`, and wherever nothing is configured yet. */
export function SetupScreen(props: SetupScreenProps) {
  return (
    <Realm className="whole-page">
      <Screen {...props} />
    </Realm>
  );
}

function Screen({ canLeave, ...options }: SetupScreenProps) {
  const styles = useStyles();
  return (
    <main className={styles.screen}>
      {canLeave && (
        <Link href={PAGE} className={styles.leave}>
          {options.texts.leave}
        </Link>
      )}
      <SetupAssistant {...options} />
    </main>
  );
}
