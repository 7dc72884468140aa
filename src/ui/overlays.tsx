import { useEffect, useState } from 'react';
import type { ReadableStore } from '../lib';
import { CommandBar } from './command-bar';
import { useControl, useStore } from './control-context';
import { ErrorBoundary } from './error-boundary';
import { later, LaterProvider, loadLaterParts, useMayLoad } from './later';
import { useViewOptions } from './view-options';
import { useViewState } from './view-state';

const Dialogs = later(async () => (await import('./dialogs')).Dialogs);
const PermissionDialog = later(async () => (await import('./permission-dialog')).PermissionDialog);
const TransferPanel = later(async () => (await import('./transfers')).TransferPanel);

/** Dialogs: each loaded when first asked for, or before that in the quiet after the first rows. */
export function Overlays() {
  const control = useControl();
  const view = useViewState();
  const hasDialog = useEver(view.dialog, (dialog) => dialog !== undefined);
  const hasPermission = useEver(control.permission, (request) => request !== undefined);
  usePreload();
  return (
    <ErrorBoundary fallback={Nothing}>
      {hasDialog && <Dialogs />}
      {/* Something that was begun stands still until it is answered. */}
      <LaterProvider value>{hasPermission && <PermissionDialog />}</LaterProvider>
    </ErrorBoundary>
  );
}

/** The transfer panel, from the first transfer on, unless the page draws one. */
export function Transfers() {
  const control = useControl();
  const hasTasks = useEver(control.transfers.tasks, (tasks) => tasks.length > 0);
  const { hidesTransfers } = useViewOptions();
  return <ErrorBoundary fallback={Nothing}>{hasTasks && !hidesTransfers && <TransferPanel />}</ErrorBoundary>;
}

function Nothing() {
  return null;
}

function useEver<T>(store: ReadableStore<T>, holds: (value: T) => boolean): boolean {
  const now = holds(useStore(store));
  const [ever, setEver] = useState(now);
  if (now && !ever) setEver(true);
  return now || ever;
}

function usePreload() {
  const { status } = useStore(useControl().folder.state).listing;
  const mayLoad = useMayLoad();
  const isQuiet = mayLoad && status === 'complete';
  useEffect(() => {
    if (!isQuiet) return;
    // The bar is seen, the rest is not. A failure to load ahead is no failure: it is loaded again when it is needed.
    CommandBar.load()
      .then(loadLaterParts)
      .catch(() => undefined);
  }, [isQuiet]);
}
