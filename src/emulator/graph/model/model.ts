import type { DemoGroup } from '../../caller';
import type { ChildList } from './child-list';
import type { FieldValue } from './columns';
import type { Content } from './content';
import type { Write } from './write';

export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
}

/** Somebody, or a group of people. */
export type Party =
  { readonly kind: 'user'; readonly person: Person } | { readonly kind: 'group'; readonly group: DemoGroup };

/** Who may follow a link. */
export type LinkScope = 'anonymous' | 'organization' | 'users';

export type LinkType = 'view' | 'edit' | 'embed' | 'review' | 'createOnly' | 'blocksDownload';

export interface LinkPermission {
  readonly kind: 'link';
  readonly id: string;
  readonly type: LinkType;
  readonly scope: LinkScope;
  /** Of its address; the last segment is the secret. */
  readonly path: string;
  readonly hasPassword: boolean;
  readonly at: number;
  /** When it ends, if ever. */
  expires: number | undefined;
  /** Those to whom it gives lasting access: a link for certain people names them, others were redeemed by them. */
  people: readonly Party[];
}

export interface InvitedPermission {
  readonly kind: 'invited';
  readonly id: string;
  readonly whom: Party;
  readonly invitedBy: Person;
  readonly signInRequired: boolean;
  readonly hasPassword: boolean;
  readonly at: number;
  role: 'read' | 'write';
}

/** What opens an item, and all below it, to others than its owner. */
export type Permission = LinkPermission | InvitedPermission;

interface ItemBase {
  /** Which of the drive's items it is, in the order they were made. */
  readonly number: number;
  readonly id: string;
  /** Lower case; tags show it in capitals. */
  readonly guid: string;
  name: string;
  parent: FolderItem | null;
  /** Grows with any change; the n of the eTag. */
  version: number;
  /** When, in the drive's own count of changes, it changed last; 0 before it is in a drive. */
  changed: number;
  /** The same for its permissions. */
  sharingChanged?: number;
  /** The folders it was moved out of, and since which change it is there no longer. */
  left?: readonly { readonly folder: FolderItem; readonly at: number }[];
  /** It was deleted, it or a folder above. */
  removed: boolean;
  /** Server times, epoch milliseconds. */
  created: number;
  modified: number;
  /** The times a client may set. */
  fileCreated: number;
  fileModified: number;
  createdBy: Person;
  modifiedBy: Person;
  description?: string;
  /** By the names of the columns of its library. */
  fields?: Readonly<Record<string, FieldValue>>;
  /** Its own; those of the folders above hold as well, unless it was shared without them. */
  permissions?: readonly Permission[];
  withoutInherited?: true;
}

export interface FolderItem extends ItemBase {
  readonly kind: 'folder';
  readonly children: ChildList;
  specialFolder?: string;
  /** Bytes of everything below. */
  total: number;
}

/** A content of a file, and who brought it when. */
export interface FileVersion {
  readonly number: number;
  /** The n of the cTag. */
  readonly tag: number;
  readonly content: Content;
  readonly modified: number;
  readonly modifiedBy: Person;
  readonly fileModified: number;
  readonly image: FileItem['image'];
}

/** A file is reserved for one person. */
interface Checkout {
  readonly by: Person;
  /** The number of the version that everybody else sees. */
  readonly published: number;
}

export interface FileItem extends ItemBase {
  readonly kind: 'file';
  content: Content;
  /** Grows with the content only: the number of the version. */
  contentVersion: number;
  /** By how much the n of the cTag is ahead of it, because drafts came and went. */
  withdrawn?: number;
  checkout?: Checkout;
  /** What the content was before, newest first; most files never had another. */
  older?: readonly FileVersion[];
  image?: { readonly width: number; readonly height: number };
  taken?: number;
}

/** A folder of another drive, and where it is. */
export interface RemoteTarget {
  readonly driveId: string;
  readonly itemId: string;
}

/** A shortcut: it stands for a folder of another drive, and stays when that is gone. */
export interface RemoteItem extends ItemBase {
  readonly kind: 'remote';
  readonly target: RemoteTarget;
}

export type Item = FolderItem | FileItem | RemoteItem;

/** Who does something, and when. */
export interface Deed {
  readonly at: number;
  readonly by: Person;
  /** Hears of each item that it changes. */
  readonly tell?: ((write: Write) => void) | undefined;
}

/** What a new item begins with; everything left out has a sensible value. */
export interface Birth extends Deed {
  readonly name: string;
  readonly fileCreated?: number | undefined;
  readonly fileModified?: number | undefined;
}
