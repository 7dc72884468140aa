import type { Account, Connection } from '../../auth';
import { selectedItems, type DriveItem, type FolderState, type PathFolder } from '../../drive';
import { isCancelled, type OneDriveError, type ReadableStore } from '../../lib';
import type { ControlModel } from '../control-model';

/** `blocked`: the browser let no sign-in window open. */
export interface ConnectionDetail {
  readonly state: 'signed-out' | 'connecting' | 'connected' | 'expired' | 'blocked';
  readonly account?: Account | undefined;
}

export interface NavigateDetail {
  /** The folder that is open now; the top of a drive has no name. */
  readonly item: PathFolder;
  /** Its names from the root on: `Documents/2026`; the root itself is the empty text. */
  readonly path: string;
}

export interface SelectionDetail {
  readonly items: readonly DriveItem[];
}

/** What a host may want to hear of. The custom element has an event for each of them. */
export interface ControlListeners {
  readonly onConnection?: ((detail: ConnectionDetail) => void) | undefined;
  readonly onNavigate?: ((detail: NavigateDetail) => void) | undefined;
  readonly onSelection?: ((detail: SelectionDetail) => void) | undefined;
  readonly onError?: ((error: OneDriveError) => void) | undefined;
}

type Followed = Pick<ControlModel, 'connection' | 'permission' | 'folder'>;

/** Tells each change once, beginning with what holds now. Returns the function that ends it. */
export function followControl(control: Followed, listeners: ControlListeners): () => void {
  const tellError = createErrorTeller(listeners.onError);
  let folder: string | undefined;
  let selection = '';
  const ends = [
    followConnection(control.connection, (connection) => {
      listeners.onConnection?.(connection);
      // Whoever comes back is told where, though it may be where the last one was.
      if (connection.state === 'signed-out') folder = undefined;
    }),
    watch(control.connection, (connection) =>
      tellError('error' in connection ? connection.error : undefined),
    ),
    watch(control.permission, (request) =>
      tellError(request?.status === 'failed' ? request.error : undefined),
    ),
    watch(control.folder.state, ({ path, listing }) => {
      const item = path.at(-1);
      if (item && item.id !== '' && `${item.driveId}/${item.id}` !== folder) {
        folder = `${item.driveId}/${item.id}`;
        listeners.onNavigate?.({ item, path: pathText(path) });
      }
      tellError(listing.status === 'failed' ? listing.error : undefined);
    }),
    watchSelection(control.folder.state, (items) => {
      const ids = items.map(({ id }) => id).join('/');
      if (ids === selection) return;
      selection = ids;
      listeners.onSelection?.({ items });
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** In the words of the contract; nothing while it is not known yet. */
function describeConnection(connection: Connection): ConnectionDetail | undefined {
  switch (connection.state) {
    case 'starting':
      return undefined;
    case 'signed-out':
      return { state: connection.error?.code === 'popup-blocked' ? 'blocked' : 'signed-out' };
    case 'connecting':
    case 'connected':
    case 'expired':
      return connection.account
        ? { state: connection.state, account: connection.account }
        : { state: connection.state };
  }
}

/** A token renewed is no news: the state or the account must differ. */
function followConnection(
  connection: ReadableStore<Connection>,
  tell: (detail: ConnectionDetail) => void,
): () => void {
  let told = '';
  return watch(connection, (now) => {
    const detail = describeConnection(now);
    const words = detail ? `${detail.state} ${detail.account?.id ?? ''}` : told;
    if (!detail || words === told) return;
    told = words;
    tell(detail);
  });
}

function createErrorTeller(tell: ControlListeners['onError']) {
  const told = new WeakSet<OneDriveError>();
  return (error: OneDriveError | undefined) => {
    if (!error || told.has(error) || isCancelled(error)) return;
    told.add(error);
    tell?.(error);
  };
}

function watchSelection(
  state: ReadableStore<FolderState>,
  tell: (items: readonly DriveItem[]) => void,
): () => void {
  let seen: Pick<FolderState, 'rows' | 'selection'> | undefined;
  return watch(state, (now) => {
    // While a long list streams in, the state changes much more often than these two.
    if (seen?.rows === now.rows && seen.selection === now.selection) return;
    seen = now;
    tell(selectedItems(now.selection, now.rows));
  });
}

function watch<T>(store: ReadableStore<T>, listener: (value: T) => void): () => void {
  listener(store.get());
  return store.subscribe(() => listener(store.get()));
}

function pathText(path: readonly PathFolder[]): string {
  return path
    .slice(1)
    .map(({ name }) => name)
    .join('/');
}
