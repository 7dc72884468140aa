import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReadableStore } from '../lib';
import { useControl, useStore } from './control-context';
import { ErrorBoundary } from './error-boundary';
import { useViewState } from './view-state';

// What floats above the list is loaded when the list stands: its first paint never waits for it.
const loadDialogs = () => import('./dialogs');
const loadPermission = () => import('./permission-dialog');
const loadTransfers = () => import('./transfers');

const Dialogs = lazy(() => loadDialogs().then(({ Dialogs }) => ({ default: Dialogs })));
const PermissionDialog = lazy(() =>
  loadPermission().then(({ PermissionDialog }) => ({ default: PermissionDialog })),
);
const TransferPanel = lazy(() => loadTransfers().then(({ TransferPanel }) => ({ default: TransferPanel })));

/** Dialogs: each loaded when first asked for, or before that in the quiet after the first rows. */
export function Overlays() {
  const control = useControl();
  const view = useViewState();
  const hasDialog = useEver(view.dialog, (dialog) => dialog !== undefined);
  const hasPermission = useEver(control.permission, (request) => request !== undefined);
  usePreload();
  return (
    <ErrorBoundary fallback={Nothing}>
      {/* One boundary each: while one loads, the other is not taken down with its running action. */}
      <Suspense fallback={null}>{hasDialog && <Dialogs />}</Suspense>
      <Suspense fallback={null}>{hasPermission && <PermissionDialog />}</Suspense>
    </ErrorBoundary>
  );
}

/** The transfer panel, from the first transfer on. */
export function Transfers() {
  const control = useControl();
  const hasTasks = useEver(control.transfers.tasks, (tasks) => tasks.length > 0);
  return (
    <ErrorBoundary fallback={Nothing}>
      <Suspense fallback={null}>{hasTasks && <TransferPanel />}</Suspense>
    </ErrorBoundary>
  );
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
  const hasRows = status === 'complete';
  useEffect(() => {
    if (!hasRows) return;
    // A failure to load ahead is no failure: it is loaded again when it is needed.
    for (const load of [loadDialogs, loadPermission, loadTransfers]) load().catch(() => undefined);
  }, [hasRows]);
}
