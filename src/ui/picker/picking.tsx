import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useControl, useStore } from '../control-context';
import { ErrorBoundary } from '../error-boundary';
import { later, LaterProvider } from '../later';
import { useText } from '../text';

const useStyles = makeStyles({
  // As high as the tray in one row: the list does not jump when that comes.
  place: {
    flexShrink: 0,
    boxSizing: 'border-box',
    minHeight: '49px',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const PickTray = later(async () => (await import('./pick-tray')).PickTray, EmptyTray);

/** What stands below the list while something is being picked. */
export function Picking() {
  const { status } = useStore(useControl().picker.state);
  if (status === 'off') return null;
  return (
    <ErrorBoundary fallback={Crashed}>
      {/* Whoever asked for a file can give up before there are any rows. */}
      <LaterProvider value>
        <PickTray />
      </LaterProvider>
    </ErrorBoundary>
  );
}

function EmptyTray() {
  return <div className={useStyles().place} />;
}

function Crashed({ again }: { readonly again: () => void }) {
  const text = useText();
  return (
    <div className={useStyles().place} role="alert">
      {text('state.crash.title')}
      <Button onClick={again}>{text('state.crash.action')}</Button>
    </div>
  );
}
