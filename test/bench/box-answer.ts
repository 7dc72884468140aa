import type { GraphItem } from './drive';

const RIGHTS = {
  can_download: true,
  can_rename: true,
  can_delete: true,
  can_share: true,
  can_upload: true,
  can_preview: true,
  can_invite_collaborator: true,
  can_set_share_access: true,
};
const OWNER = { type: 'user', id: '1', name: 'Alex Wilber', login: 'work@contoso.example' };
const ROOT = { type: 'folder', id: '0', sequence_id: null, etag: null, name: 'All Files' };
const COMMON = { permissions: RIGHTS, owned_by: OWNER, modified_by: OWNER, created_by: OWNER };

/** One folder in the form of Box's API, so that its explorer shows the same items. */
export function boxFolder(items: readonly GraphItem[]): object {
  const entries = items.map(({ id, name, size, lastModifiedDateTime }) => ({
    ...COMMON,
    type: 'file',
    id,
    name,
    size,
    extension: 'txt',
    parent: ROOT,
    modified_at: lastModifiedDateTime,
    interacted_at: lastModifiedDateTime,
    shared_link: null,
  }));
  return {
    ...ROOT,
    ...COMMON,
    size: 0,
    item_status: 'active',
    path_collection: { total_count: 0, entries: [] },
    item_collection: {
      total_count: items.length,
      limit: items.length,
      offset: 0,
      order: [{ by: 'name', direction: 'ASC' }],
      entries,
    },
  };
}
