import { useEffect, useState } from 'react';
import { CommandBar, ListMenu } from './command-bar';
import { useControl, useStore } from './control-context';
import { ErrorBoundary } from './error-boundary';
import { later, LaterProvider, loadLaterParts, useMayLoad } from './later';
import { OpenerProvider } from './opener';
import { useViewOptions } from './view-options';
import { useViewState } from './view-state';

const Dialogs = later(async () => (await import('./dialogs')).Dialogs);
const PermissionDialog = later(async () => (await import('./permission-dialog')).PermissionDialog);
const WatchChanges = later(async () => (await import('./live')).WatchChanges);
const OperationLines = later(async () => (await import('./operations')).OperationLines);
const PreviewOverlay = later(async () => (await import('./preview')).PreviewOverlay);
const TransferPanel = later(async () => (await import('./transfers')).TransferPanel);

/** Dialogs: each loaded when first asked for, or before that in the quiet after the first rows. */
export function Overlays() {
  const control = useControl();
  const view = useViewState();
  const hasDialog = useStore(view.dialog) !== undefined;
  const hadDialog = useEver(hasDialog);
  const hasMenu = useStore(view.menu) !== undefined;
  const hadMenu = useEver(hasMenu);
  const hasPermission = useStore(control.permission) !== undefined;
  const hadPermission = useEver(hasPermission);
  const hasDrive = useStore(control.connection).state === 'connected';
  usePreload();
  return (
    <ErrorBoundary fallback={Nothing}>
      <OpenerProvider isAsked={hasDialog}>{hadDialog && <Dialogs />}</OpenerProvider>
      <OpenerProvider isAsked={hasMenu}>{hadMenu && <ListMenu />}</OpenerProvider>
      {/* Something that was begun stands still until it is answered. */}
      <LaterProvider value>
        <OpenerProvider isAsked={hasPermission}>{hadPermission && <PermissionDialog />}</OpenerProvider>
      </LaterProvider>
      {hasDrive && <WatchChanges />}
    </ErrorBoundary>
  );
}

/** A file that is looked into, over all the rest. */
export function Previewing() {
  const { preview } = useViewState();
  const isAsked = useStore(preview) !== undefined;
  const wasAsked = useEver(isAsked);
  return (
    <ErrorBoundary fallback={Nothing}>
      <OpenerProvider isAsked={isAsked}>{wasAsked && <PreviewOverlay />}</OpenerProvider>
    </ErrorBoundary>
  );
}

/** The transfer panel, from the first transfer on, unless the page draws one. */
export function Transfers() {
  const control = useControl();
  const hasTasks = useEver(useStore(control.transfers.tasks).length > 0);
  const { hidesTransfers } = useViewOptions();
  return <ErrorBoundary fallback={Nothing}>{hasTasks && !hidesTransfers && <TransferPanel />}</ErrorBoundary>;
}

/** What is being changed, from the first change on. */
export function Operations() {
  const { operations } = useControl();
  const hasAny = useEver(useStore(operations.all).length > 0);
  return <ErrorBoundary fallback={Nothing}>{hasAny && <OperationLines />}</ErrorBoundary>;
}

function Nothing() {
  return null;
}

function useEver(now: boolean): boolean {
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
