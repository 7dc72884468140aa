import type { Permission } from '../../graph';
import type { OneDriveError } from '../../lib';

export type ChangedRole = 'read' | 'write';

/** What somebody does to a permission. */
export type PermissionChange =
  { readonly kind: 'role'; readonly role: ChangedRole } | { readonly kind: 'revoke' };

/** A permission as it is shown: as it is wanted while a change runs, as it was where that has failed. */
export interface AccessEntry {
  readonly permission: Permission;
  readonly change:
    | { readonly status: 'none' }
    | { readonly status: 'running'; readonly kind: PermissionChange['kind']; readonly before: Permission }
    | {
        readonly status: 'failed';
        readonly kind: PermissionChange['kind'];
        readonly error: OneDriveError;
      };
}

/** Who can reach an item, and by which links. */
export interface SharingState {
  readonly listing:
    | { readonly status: 'loading' }
    | { readonly status: 'known' }
    | { readonly status: 'failed'; readonly error: OneDriveError };
  readonly entries: readonly AccessEntry[];
}

export type SharingEvent =
  | { readonly type: 'asked' }
  | { readonly type: 'told'; readonly permissions: readonly Permission[] }
  | { readonly type: 'untold'; readonly error: OneDriveError }
  /** There is a new one, or one is now so. */
  | { readonly type: 'put'; readonly permission: Permission }
  | { readonly type: 'began'; readonly id: string; readonly change: PermissionChange }
  | { readonly type: 'done'; readonly id: string; readonly permission?: Permission | undefined }
  | { readonly type: 'failed'; readonly id: string; readonly error: OneDriveError };

export const UNKNOWN_SHARING: SharingState = { listing: { status: 'loading' }, entries: [] };

const UNCHANGED = { status: 'none' } as const;

export function followSharing(state: SharingState, event: SharingEvent): SharingState {
  const { entries } = state;
  switch (event.type) {
    case 'asked':
      return { ...state, listing: { status: 'loading' } };
    case 'untold':
      return { ...state, listing: { status: 'failed', error: event.error } };
    case 'told':
      return { listing: { status: 'known' }, entries: event.permissions.map((each) => told(each, entries)) };
    case 'put': {
      const entry: AccessEntry = { permission: event.permission, change: UNCHANGED };
      const isKnown = entries.some(({ permission }) => permission.id === event.permission.id);
      return isKnown
        ? changed(state, event.permission.id, () => entry)
        : { ...state, entries: [...entries, entry] };
    }
    case 'began':
      return changed(state, event.id, (entry) => begin(entry, event.change));
    case 'done':
      return { ...state, entries: entries.flatMap((entry) => finish(entry, event)) };
    case 'failed':
      return changed(state, event.id, ({ permission, change }) =>
        change.status === 'running'
          ? {
              permission: change.before,
              change: { status: 'failed', kind: change.kind, error: event.error },
            }
          : { permission, change },
      );
  }
}

/** What is on its way is not overtaken by a list that was read before; what has failed keeps its reason. */
function told(permission: Permission, entries: readonly AccessEntry[]): AccessEntry {
  const shown = entries.find((entry) => entry.permission.id === permission.id);
  if (shown?.change.status === 'running') return shown;
  return { permission, change: shown?.change ?? UNCHANGED };
}

function begin({ permission, change }: AccessEntry, wanted: PermissionChange): AccessEntry {
  if (change.status === 'running') return { permission, change };
  return {
    permission: wanted.kind === 'role' ? { ...permission, role: wanted.role } : permission,
    change: { status: 'running', kind: wanted.kind, before: permission },
  };
}

function finish(
  entry: AccessEntry,
  { id, permission }: Extract<SharingEvent, { type: 'done' }>,
): readonly AccessEntry[] {
  if (entry.permission.id !== id || entry.change.status !== 'running') return [entry];
  if (entry.change.kind === 'revoke') return [];
  return [{ permission: permission ?? entry.permission, change: UNCHANGED }];
}

function changed(state: SharingState, id: string, change: (entry: AccessEntry) => AccessEntry): SharingState {
  const entries = state.entries.map((entry) => (entry.permission.id === id ? change(entry) : entry));
  return { ...state, entries };
}
