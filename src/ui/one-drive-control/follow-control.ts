import type { Connection } from '../../auth';
import { isSameItem, itemKey, selectedItems, type DriveItem } from '../../drive';
import type { BeforeListeners, ConnectionDetail, ControlListeners } from '../../host';
import { isCancelled, type OneDriveError, type ReadableStore } from '../../lib';
import type { ControlModel } from '../control-model';
import type { HostDoor } from '../host-door';
import { pathText } from '../path-text';
import { followTransfers } from './follow-transfers';

type Followed = Pick<
  ControlModel,
  'connection' | 'permission' | 'folder' | 'picker' | 'transfers' | 'operations' | 'lastChange' | 'telemetry'
> & {
  /** What a command failed of last. */
  readonly commandFailure: ReadableStore<OneDriveError | undefined>;
  /** What the filter of the page failed of. */
  readonly filterFailure: ReadableStore<OneDriveError | undefined>;
  /** Of a control that another component has shown before. */
  readonly toldErrors?: WeakSet<OneDriveError>;
  readonly host?: Pick<HostDoor, 'history'>;
};

/** What of the listeners the control itself can tell; picking and saving are told by their session, actions as they are done. */
type FollowListeners = Omit<
  ControlListeners,
  'onPick' | 'onSave' | 'onCancel' | 'onOpen' | 'onAction' | keyof BeforeListeners
>;

/** What the host knows, also where another control has taken the place of the one that told it. */
export interface Told {
  selection: readonly DriveItem[];
}

/** Tells each change once, beginning with what holds now. Returns the function that ends it. */
export function followControl(
  control: Followed,
  listeners: FollowListeners,
  told: Told = { selection: [] },
): () => void {
  const tellError = createErrorTeller(listeners.onError, control.toldErrors);
  let folder = '';
  /** Where back and forward lead, as it was told. */
  let ways = 'false false';
  const ends = [
    followConnection(control.connection, (connection) => {
      listeners.onConnection?.(connection);
      // Whoever comes back is told where, though it may be where the last one was.
      if (connection.state === 'signed-out') folder = '';
    }),
    watch(control.connection, (connection) =>
      tellError('error' in connection ? connection.error : undefined),
    ),
    watch(control.permission, (request) =>
      tellError(request?.status === 'failed' ? request.error : undefined),
    ),
    watch(control.folder.state, ({ path, listing }) => {
      const item = path.at(-1);
      // Of an address that is not resolved yet, it has a name and no more.
      if (item && (item.id !== '' || item.elsewhere)) {
        const history = control.host?.history.get();
        const canGoBack = history?.can('back') ?? false;
        const canGoForward = history?.can('forward') ?? false;
        const key = item.id && itemKey(item);
        const can = `${canGoBack} ${canGoForward}`;
        if ((key && key !== folder) || can !== ways) {
          folder = key;
          ways = can;
          listeners.onNavigate?.({ item, path: pathText(path), canGoBack, canGoForward });
        }
      }
      tellError(listing.status === 'failed' ? listing.error : undefined);
    }),
    watch(control.commandFailure, tellError),
    watch(control.filterFailure, tellError),
    watch(control.transfers.tasks, (tasks) => {
      for (const { state } of tasks) if (state.status === 'failed') tellError(state.error);
    }),
    watch(control.operations.all, (operations) => {
      for (const { result } of operations.flatMap(({ entries }) => entries)) {
        if (result.status === 'failed') tellError(result.error);
      }
    }),
    watch(control.picker.state, (state) => {
      const gathering = state.status === 'picking' ? state.gathering : undefined;
      tellError(gathering?.status === 'failed' ? gathering.error : undefined);
    }),
    followSelection(control, told, (items) => listeners.onSelection?.({ items })),
    control.telemetry.listen((event) => listeners.onTelemetry?.(event)),
    control.transfers.onProgress((progress) => listeners.onUploadProgress?.(progress)),
    followTransfers(control.transfers, (transfers) => listeners.onTransfers?.(transfers)),
    control.lastChange.subscribe(() => {
      const change = control.lastChange.get();
      if (change) listeners.onChange?.(change);
    }),
    control.transfers.onUploaded((item, _folder, file) => listeners.onUpload?.({ item, file })),
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
      return { state: stateOf(connection) };
    case 'connecting':
    case 'connected':
    case 'expired':
      return connection.account
        ? { state: stateOf(connection), account: connection.account }
        : { state: connection.state };
  }
}

function stateOf(connection: Exclude<Connection, { state: 'starting' }>): ConnectionDetail['state'] {
  const isBlocked = 'error' in connection && connection.error?.code === 'popup-blocked';
  return isBlocked ? 'blocked' : connection.state;
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

function createErrorTeller(tell: ControlListeners['onError'], told: WeakSet<OneDriveError> = new WeakSet()) {
  return (error: OneDriveError | undefined) => {
    if (!error || told.has(error) || isCancelled(error)) return;
    told.add(error);
    tell?.(error);
  };
}

/** What is picked, in all folders; while browsing, what is selected in the open one. */
function followSelection(
  { folder, picker }: Pick<Followed, 'folder' | 'picker'>,
  told: Told,
  tell: (items: readonly DriveItem[]) => void,
): () => void {
  let seen: readonly unknown[] = [];
  const look = () => {
    const { rows, selection } = folder.state.get();
    const picking = picker.state.get();
    const sources = picking.status === 'picking' ? [picking.basket] : [rows, selection];
    // While a long list streams in, the state changes much more often than these.
    if (sources.every((source, index) => source === seen[index]) && sources.length === seen.length) return;
    seen = sources;
    const items =
      picking.status === 'picking' ? picking.basket.map(({ item }) => item) : selectedItems(selection, rows);
    if (isSameSelection(items, told.selection)) return;
    told.selection = items;
    // A list of the host's own: of all rows these are the control's.
    tell([...items]);
  };
  const ends = [watch(folder.state, look), picker.state.subscribe(look)];
  return () => ends.forEach((end) => end());
}

/** The same objects mostly, which costs next to nothing however many there are. A renamed item is another one. */
function isSameSelection(a: readonly DriveItem[], b: readonly DriveItem[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((item, at) => {
    const other = b[at];
    return item === other || (other && isSameItem(item, other) && item.eTag === other.eTag);
  });
}

function watch<T>(store: ReadableStore<T>, listener: (value: T) => void): () => void {
  listener(store.get());
  return store.subscribe(() => listener(store.get()));
}
