import { makeStyles, Spinner, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  status: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    // It takes no room, and no gap of what stands around it, while it has nothing to say.
    ':empty': { position: 'absolute' },
  },
});

interface WaitingStatusProps {
  /** What is waited for; undefined while nothing is. */
  readonly words: string | undefined;
  /** Something is expected to come by itself. */
  readonly spins: boolean;
}

/** Stands from the start on: only words that change in a status that is there already are spoken. */
export function WaitingStatus({ words, spins }: WaitingStatusProps) {
  const styles = useStyles();
  return (
    <div role="status" className={styles.status}>
      {words !== undefined && spins && <Spinner size="tiny" aria-hidden />}
      {words}
    </div>
  );
}
