import * as v from 'valibot';
import { createSecretUrl, isSecureAddress, type OneDriveError, type SecretUrl } from '../lib';
import type { Elsewhere } from './elsewhere';
import type { FieldValue } from './field-value';

export interface ItemReference {
  readonly driveId: string;
  readonly id: string;
}

/**
 * A file, folder, package or shortcut, in Graph's own words. Preauthenticated addresses are taken out
 * (download) or wrapped (thumbnail), so that an item may stand in any state, log or event.
 *
 * Source: microsoft-graph-docs, resources/driveItem.
 */
export interface DriveItem extends ItemReference {
  readonly name: string;
  /** Bytes; folders count their descendants. */
  readonly size?: number | undefined;
  readonly eTag?: string | undefined;
  readonly cTag?: string | undefined;
  /** ISO 8601, UTC. */
  readonly createdDateTime?: string | undefined;
  readonly lastModifiedDateTime?: string | undefined;
  /** As whoever wrote it has told; only where it was asked for. */
  readonly fileSystemInfo?: { readonly lastModifiedDateTime?: string | undefined } | undefined;
  /** Display name of the person who changed it last. */
  readonly lastModifiedBy?: string | undefined;
  /** Display name of the person who brought it here. */
  readonly createdBy?: string | undefined;
  readonly webUrl?: string | undefined;
  readonly parentReference: ParentReference;
  readonly file?: FileFacet | undefined;
  readonly folder?: { readonly childCount?: number | undefined } | undefined;
  /** OneNote notebooks: neither file nor folder. */
  readonly package?: { readonly type?: string | undefined } | undefined;
  /** A shortcut: act on this reference, never on the outer id. */
  readonly remoteItem?: RemoteItem | undefined;
  readonly root?: object | undefined;
  readonly shared?: { readonly scope?: string | undefined } | undefined;
  /** Work drives alone, and only where it was asked for. */
  readonly publication?: Publication | undefined;
  readonly thumbnails?: Thumbnails | undefined;
  /** Ours: what it says in columns of its library, by their ids; only where somebody looks at them. */
  readonly fields?: Readonly<Record<string, FieldValue>> | undefined;
  /** Ours: a site, a library, a team or a channel, which is no item of a drive. It can be opened, and nothing else. */
  readonly elsewhere?: Elsewhere | undefined;
  /** Ours: a search has found it, and its drive does not give it. */
  readonly unreachable?: OneDriveError | undefined;
  /** Ours: it lies in the recycle bin. It can be taken out of it, and nothing else. */
  readonly isDeleted?: true | undefined;
}

/** Whether somebody has the file for themselves until they check it in. */
interface Publication {
  /** `checkout` for the one who has it; everybody else sees what was `published` last. */
  readonly level?: string | undefined;
  /** Display name of whoever has it; absent where nobody has. */
  readonly checkedOutBy?: string | undefined;
}

interface ParentReference {
  readonly driveId?: string | undefined;
  readonly driveType?: string | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly path?: string | undefined;
}

interface FileFacet {
  readonly mimeType?: string | undefined;
  readonly hashes?: { readonly quickXorHash?: string | undefined } | undefined;
}

interface RemoteItem extends ItemReference {
  readonly folder?: { readonly childCount?: number | undefined } | undefined;
  readonly file?: FileFacet | undefined;
}

interface Thumbnails {
  readonly small?: SecretUrl | undefined;
  readonly medium?: SecretUrl | undefined;
  readonly large?: SecretUrl | undefined;
}

const text = v.nullish(v.string());
const folder = v.nullish(v.looseObject({ childCount: v.nullish(v.number()) }));
const file = v.nullish(
  v.looseObject({ mimeType: text, hashes: v.nullish(v.looseObject({ quickXorHash: text })) }),
);
const parentReference = v.nullish(
  v.looseObject({ driveId: text, driveType: text, id: text, name: text, path: text }),
);
const thumbnail = v.nullish(v.looseObject({ url: text }));

const identity = v.nullish(v.looseObject({ user: v.nullish(v.looseObject({ displayName: text })) }));

const schema = v.looseObject({
  id: v.string(),
  name: text,
  size: v.nullish(v.number()),
  eTag: text,
  cTag: text,
  createdDateTime: text,
  lastModifiedDateTime: text,
  fileSystemInfo: v.nullish(v.looseObject({ lastModifiedDateTime: text })),
  lastModifiedBy: identity,
  createdBy: identity,
  webUrl: text,
  parentReference,
  file,
  folder,
  package: v.nullish(v.looseObject({ type: text })),
  remoteItem: v.nullish(v.looseObject({ id: text, folder, file, parentReference })),
  root: v.nullish(v.looseObject({})),
  shared: v.nullish(v.looseObject({ scope: text })),
  publication: v.nullish(v.looseObject({ level: text, checkedOutBy: identity })),
  thumbnails: v.nullish(v.array(v.looseObject({ small: thumbnail, medium: thumbnail, large: thumbnail }))),
});
type Raw = v.InferOutput<typeof schema>;

/** @throws v.ValiError where the answer is no driveItem. Fields come and go (onedrive-api-docs 727): absence is fine. */
export function parseDriveItem(json: unknown): DriveItem {
  const raw = v.parse(schema, json);
  return {
    id: raw.id,
    driveId: raw.parentReference?.driveId ?? '',
    name: raw.name ?? '',
    size: raw.size ?? undefined,
    eTag: raw.eTag ?? undefined,
    cTag: raw.cTag ?? undefined,
    createdDateTime: raw.createdDateTime ?? undefined,
    lastModifiedDateTime: raw.lastModifiedDateTime ?? undefined,
    fileSystemInfo: readTimes(raw.fileSystemInfo),
    lastModifiedBy: raw.lastModifiedBy?.user?.displayName ?? undefined,
    createdBy: raw.createdBy?.user?.displayName ?? undefined,
    webUrl: raw.webUrl && isSecureAddress(raw.webUrl) ? raw.webUrl : undefined,
    parentReference: readParent(raw.parentReference),
    file: readFile(raw.file),
    folder: readFolder(raw.folder),
    package: raw.package ? { type: raw.package.type ?? undefined } : undefined,
    remoteItem: readRemote(raw.remoteItem),
    // Not the facet itself: an open type may carry anything.
    root: raw.root ? {} : undefined,
    shared: raw.shared ? { scope: raw.shared.scope ?? undefined } : undefined,
    publication: raw.publication
      ? {
          level: raw.publication.level ?? undefined,
          checkedOutBy: raw.publication.checkedOutBy?.user?.displayName ?? undefined,
        }
      : undefined,
    thumbnails: readThumbnails(raw.thumbnails),
  };
}

const downloadSchema = v.looseObject({ '@microsoft.graph.downloadUrl': v.string() });

/** The short-lived address of a file's bytes. @throws v.ValiError where the item has none (a folder, a notebook) */
export function parseDownloadUrl(json: unknown): SecretUrl {
  return createSecretUrl(v.parse(downloadSchema, json)['@microsoft.graph.downloadUrl']);
}

function readParent(raw: Raw['parentReference']): ParentReference {
  return {
    driveId: raw?.driveId ?? undefined,
    driveType: raw?.driveType ?? undefined,
    id: raw?.id ?? undefined,
    name: raw?.name ?? undefined,
    path: raw?.path ?? undefined,
  };
}

function readFile(raw: Raw['file']): FileFacet | undefined {
  if (!raw) return undefined;
  const quickXorHash = raw.hashes?.quickXorHash ?? undefined;
  return { mimeType: raw.mimeType ?? undefined, hashes: quickXorHash ? { quickXorHash } : undefined };
}

function readTimes(raw: Raw['fileSystemInfo']): DriveItem['fileSystemInfo'] {
  return raw ? { lastModifiedDateTime: raw.lastModifiedDateTime ?? undefined } : undefined;
}

function readFolder(raw: Raw['folder']): DriveItem['folder'] {
  return raw ? { childCount: raw.childCount ?? undefined } : undefined;
}

function readRemote(raw: Raw['remoteItem']): RemoteItem | undefined {
  const driveId = raw?.parentReference?.driveId;
  if (!raw?.id || !driveId) return undefined;
  return { id: raw.id, driveId, folder: readFolder(raw.folder), file: readFile(raw.file) };
}

function readThumbnails(raw: Raw['thumbnails']): Thumbnails | undefined {
  const set = raw?.[0];
  if (!set) return undefined;
  return { small: readUrl(set.small), medium: readUrl(set.medium), large: readUrl(set.large) };
}

function readUrl(raw: { url?: string | null | undefined } | null | undefined): SecretUrl | undefined {
  // A row without its picture is better than no listing.
  return raw?.url && isSecureAddress(raw.url) ? createSecretUrl(raw.url) : undefined;
}
