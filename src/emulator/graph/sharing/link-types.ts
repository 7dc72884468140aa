import type { Drive } from '../model/drive';
import type { Item, LinkType } from '../model/model';
import { GraphError, invalidRequest } from '../protocol/graph-error';

interface Kind {
  readonly role: 'read' | 'write';
  readonly on: 'personal' | 'work' | 'anywhere';
  readonly of: 'file' | 'folder' | 'anything';
}

const KINDS: Readonly<Record<LinkType, Kind>> = {
  view: { role: 'read', on: 'anywhere', of: 'anything' },
  edit: { role: 'write', on: 'anywhere', of: 'anything' },
  embed: { role: 'read', on: 'personal', of: 'file' },
  review: { role: 'read', on: 'work', of: 'file' },
  createOnly: { role: 'write', on: 'work', of: 'folder' },
  blocksDownload: { role: 'read', on: 'work', of: 'file' },
};

/** What can be asked for: two names leave it to the organization. */
export const ASKED_TYPES = [
  'view',
  'edit',
  'embed',
  'review',
  'createOnly',
  'blocksDownload',
  'adminDefault',
  'addressBar',
] as const;
type AskedType = (typeof ASKED_TYPES)[number];

export function roleOf(type: LinkType): 'read' | 'write' {
  return KINDS[type].role;
}

/** Adding files, and looking at one without its bytes, are done on pages in the browser only. */
export function showsItem(type: LinkType): boolean {
  return type !== 'createOnly' && type !== 'blocksDownload';
}

/** @throws GraphError where links of this type are not made, or not to such an item. */
export function linkTypeOf(asked: AskedType, drive: Drive, item: Item): LinkType {
  const type = settledType(asked, drive);
  const { on, of } = KINDS[type];
  if (on !== 'anywhere' && (on === 'personal') !== (drive.driveType === 'personal')) {
    throw invalidRequest(`Links of the type ${type} are not for this type of drive.`, 'badArgument');
  }
  if (of !== 'anything' && of !== item.kind) {
    throw invalidRequest(`Links of the type ${type} are for a ${of} only.`, 'badArgument');
  }
  return type;
}

/** An organization says what its default is; this one has Microsoft's own, and no address bar links. */
function settledType(asked: AskedType, drive: Drive): LinkType {
  if (asked !== 'adminDefault' && asked !== 'addressBar') return asked;
  if (drive.driveType === 'personal') {
    throw invalidRequest('A personal drive belongs to no organization.', 'badArgument');
  }
  if (asked === 'adminDefault') return 'view';
  throw new GraphError(400, 'notSupported', 'The organization does not support links of this type.');
}
