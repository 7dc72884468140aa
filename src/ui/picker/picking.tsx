import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useControl, useStore } from '../control-context';
import { ErrorBoundary } from '../error-boundary';
import { later, LaterProvider } from '../later';
import { useText } from '../text';
import { useViewOptions } from '../view-options';

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

const SaveTray = later(async () => (await import('../save')).SaveTray, EmptyTray);

/** What stands below the list while something is being picked or saved. */
export function Picking() {
  const { status } = useStore(useControl().picker.state);
  const { saving } = useViewOptions();
  if (status === 'off') return null;
  return (
    <ErrorBoundary fallback={Crashed}>
      {/* Whoever asked for a file, or has one to save, can give up before there are any rows. */}
      <LaterProvider value>{saving ? <SaveTray request={saving} /> : <PickTray />}</LaterProvider>
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
