import type { Drive } from '../model/drive';
import { sizeOf } from '../model/tree';
import { graphDate } from '../protocol/graph-dates';
import { selected } from '../protocol/selected';
import { cTag, cTagOf, eTagOf } from '../model/item-tags';
import { isInfected } from '../model/malware';
import { mimeTypeOf } from '../model/mime-types';
import type { FileItem, Item, Person, RemoteItem } from '../model/model';
import { pathOf } from '../model/names';
import type { DriveOwner } from '../model/owner';
import { sharedOf } from '../model/permissions';
import { versionInstead, versionSeenBy } from '../model/checkout';
import { versionId } from '../model/versions';
import { standingOf } from '../sharing/access';
import { bareRemoteItem, remoteItemJson } from './remote-item';
import { siteUrlOf, webDavUrlOf, webUrlOf } from './web-urls';
import { thumbnailSets } from '../bytes/thumbnails';
import type { ItemView } from '../world';

type Json = Record<string, unknown>;

const FOLDER_VIEW = { sortBy: 'name', sortOrder: 'ascending', viewType: 'thumbnails' };
const DOWNLOAD_URL = '@microsoft.graph.downloadUrl';
const DOWNLOAD_URL_NAMES = [DOWNLOAD_URL, 'content.downloadUrl', '@content.downloadUrl'];

/** The item as the request's `$select` and `$expand` want it. */
export function itemJson(view: ItemView, item: Item): Json {
  const { select } = view.options;
  const json = itemProperties(view, item);
  if (item.kind === 'file' && (select === null || DOWNLOAD_URL_NAMES.some((name) => select.has(name)))) {
    json[DOWNLOAD_URL] = createDownloadUrl(view, item);
  }
  return json;
}

/** The same without a way to the content: of what is told as changed, or is deleted. */
export function itemProperties(view: ItemView, item: Item): Json {
  const { select, expand } = view.options;
  const usual = usualProperties(view, item);
  const json =
    select === null
      ? usual
      : { ...selected({ ...usual, ...requested(view, item) }, select), '@odata.etag': eTagOf(item) };
  for (const { name, select: shapes } of expand) {
    if (name === 'thumbnails') json['thumbnails'] = thumbnailSets(view, item, shapes);
  }
  return json;
}

// One object with one shape for all, put together at once: a page tells of a thousand items.
function usualProperties(view: ItemView, item: Item): Json {
  const { drive } = view;
  const isPersonal = drive.driveType === 'personal';
  const isRoot = item.parent === null;
  const file = item.kind === 'file' ? item : undefined;
  const folder = item.kind === 'folder' ? item : undefined;
  const instead = file && versionInstead(file, view.user.oid);
  const content = instead?.content ?? file?.content;
  const { modified, modifiedBy, fileModified } = instead ?? item;
  return {
    id: item.id,
    name: item.name,
    description: isPersonal ? item.description : undefined,
    eTag: eTagOf(item),
    cTag: instead === undefined ? cTagOf(drive, item) : cTag(item, instead.tag),
    size: content?.size ?? sizeOf(item),
    webUrl: webUrlOf(view.world.ports.origins.bytes, drive, item),
    createdBy: { user: identity(item.createdBy) },
    lastModifiedBy: isPersonal && isRoot ? undefined : { user: identity(modifiedBy) },
    createdDateTime: graphDate(item.created),
    lastModifiedDateTime: graphDate(modified),
    parentReference: parentReference(drive, item, view.base),
    fileSystemInfo: {
      createdDateTime: graphDate(item.fileCreated),
      lastModifiedDateTime: graphDate(fileModified),
    },
    file: content && { mimeType: mimeTypeOf(item.name), hashes: content.hashes },
    image: (instead ?? file)?.image,
    photo: file?.taken === undefined ? undefined : { takenDateTime: graphDate(file.taken) },
    malware: content && isInfected(content) ? { description: 'EICAR-Test-File' } : undefined,
    folder: folder && { childCount: folder.children.size, view: isPersonal ? FOLDER_VIEW : undefined },
    remoteItem: item.kind === 'remote' ? remoteItem(view, item) : undefined,
    root: isRoot ? {} : undefined,
    specialFolder: folder?.specialFolder === undefined ? undefined : { name: folder.specialFolder },
    shared: sharedFacet(drive, item),
  };
}

/** What is behind a shortcut, as far as it is still there for whoever looks. */
function remoteItem(view: ItemView, shortcut: RemoteItem): Json {
  const drive = view.world.drives.get(shortcut.target.driveId);
  const item = drive?.items.get(shortcut.target.itemId);
  if (drive === undefined || item === undefined || standingOf(view, drive, item) === 'nothing') {
    return bareRemoteItem(view.world, shortcut);
  }
  return remoteItemJson(usualProperties({ ...view, drive, base: `/drives/${drive.id}` }, item));
}

function sharedFacet(drive: Drive, item: Item): Json | undefined {
  const shared = sharedOf(item);
  if (shared === undefined) return undefined;
  const { scope, at } = shared;
  return { scope, owner: ownerIdentity(drive.owner), sharedDateTime: graphDate(at) };
}

/** What only a `$select` brings. */
function requested(view: ItemView, item: Item): Json {
  const { drive, world } = view;
  if (drive.driveType === 'personal') return {};
  return {
    webDavUrl: webDavUrlOf(world.ports.origins.bytes, drive, item),
    publication: publicationJson(view, item),
    sharepointIds: { ...sharepointIds(view), listItemUniqueId: item.guid },
  };
}

/** The version that somebody sees of it, and whether they have it for themselves. */
function publicationJson({ user }: ItemView, item: Item): Json {
  if (item.kind !== 'file') return { level: 'published', versionId: versionId(item.version) };
  const { checkout } = item;
  return {
    level: checkout?.by.id === user.oid ? 'checkout' : 'published',
    versionId: versionId(versionSeenBy(item, user.oid).number),
    ...(checkout === undefined ? {} : { checkedOutBy: { user: identity(checkout.by) } }),
  };
}

/** Where SharePoint has the drive. */
export function sharepointIds({ drive, world }: Pick<ItemView, 'drive' | 'world'>): Json {
  const { site, listId } = drive.library;
  const siteUrl = siteUrlOf(world.ports.origins.bytes, drive);
  return { listId, siteId: site.siteId, siteUrl, webId: site.webId };
}

export function identity(person: Person): Json {
  return { email: person.email, id: person.id, displayName: person.displayName };
}

export function ownerIdentity(owner: DriveOwner): Json {
  if (owner.kind === 'user') return { user: identity(owner.person) };
  const { mail, id, displayName } = owner.group;
  return { group: { email: mail, id, displayName } };
}

/** The root tells only its drive; a path begins the way the caller came, and is encoded on work drives. */
function parentReference(drive: Drive, item: Item, base: string): Json {
  const { parent } = item;
  if (parent === null) return { driveType: drive.driveType, driveId: drive.id };
  const names = pathOf(parent).map((name) => (drive.driveType === 'personal' ? name : encodeName(name)));
  return {
    driveType: drive.driveType,
    driveId: drive.id,
    id: parent.id,
    name: parent.parent === null ? libraryName(drive) : parent.name,
    path: `${base}/root:${names.map((name) => `/${name}`).join('')}`,
    siteId: drive.library.site.siteId,
  };
}

function libraryName(drive: Drive): string {
  return drive.driveType === 'personal' ? 'Documents' : 'root';
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/%(2B|26|2C|3B|3D|40|24)/g, decodeURIComponent);
}

/** A fresh preauthenticated URL of a file's bytes as its viewer knows them, or of those of one of its versions. */
export function createDownloadUrl(view: ItemView, file: FileItem, asked?: number): string {
  const { ports, downloads } = view.world;
  const { drive, user } = view;
  const key = downloads.issue(
    asked === undefined ? { drive, file, viewer: user.oid } : { drive, file, version: asked },
  );
  const query = `UniqueId=${file.guid}&Translate=false&tempauth=${key}&ApiVersion=2.0`;
  return `${siteUrlOf(ports.origins.bytes, drive)}/_layouts/15/download.aspx?${query}`;
}
