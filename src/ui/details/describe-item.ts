import { isFolder, type DriveItem, type ItemFacts, type PathFolder } from '../../drive';
import { parseInstant } from '../../lib';
import { fileTypeOf } from '../file-list/file-type';
import { placeName } from '../place-name';
import type { Text } from '../text';
import type { Fact } from './facts-list';

/** What is known of an item: of its row at once, the rest as soon as it is there. */
export function describeItem(
  item: DriveItem,
  facts: ItemFacts | undefined,
  path: readonly PathFolder[],
  text: Text,
): readonly Fact[] {
  // The row is newer than facts that were read before a rename.
  const { size, folder, lastModifiedDateTime, lastModifiedBy, createdDateTime, shared, publication } = {
    ...facts?.item,
    ...definedOf(item),
  };
  const { dimensions, duration, takenDateTime } = facts ?? {};
  const count = (folder ?? item.remoteItem?.folder)?.childCount ?? facts?.item.folder?.childCount;
  const known: readonly (readonly [name: string, value: string | undefined])[] = [
    [text('details.type'), typeText(item, text)],
    [text('details.size'), size === undefined ? undefined : sizeText(size, isFolder(item), text)],
    [text('details.contents'), count === undefined ? undefined : text('list.items', { count })],
    [text('details.where'), whereText(path, text)],
    [text('details.modified'), whenText(lastModifiedDateTime, lastModifiedBy, text)],
    [text('details.created'), whenText(createdDateTime, facts?.createdBy, text)],
    [text('details.dimensions'), dimensions && text('details.dimensions.value', { ...dimensions })],
    [text('details.duration'), duration === undefined ? undefined : durationText(duration)],
    [text('details.taken'), whenText(takenDateTime, undefined, text)],
    [text('details.camera'), facts?.camera],
    [text('details.description'), facts?.description],
    [text('details.shared'), sharedText(shared, text)],
    [text('details.checkedOut'), checkoutText(publication, text)],
    [text('details.malware'), facts?.isMalware ? text('details.malware.yes') : undefined],
  ];
  return known.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** What an answer left out says nothing. */
function definedOf(item: DriveItem): Partial<DriveItem> {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}

/** `Document (.docx)` */
export function typeText(item: DriveItem, text: Text): string {
  if (item.remoteItem?.folder) return text('details.type.shortcut');
  const type = text(`details.type.${fileTypeOf(item)}`);
  const extension = isFolder(item) ? undefined : /[^.]\.([^.\s]{1,10})$/.exec(item.name)?.[1];
  return extension ? text('details.type.with', { type, extension: extension.toLowerCase() }) : type;
}

function sizeText(size: number, isFolder: boolean, text: Text): string {
  const short = text.size(size);
  if (isFolder) return text('details.size.folder', { size: short });
  return size < 1024 ? short : text('details.size.exact', { size: short, bytes: size });
}

/** `My files › Documents`; nothing for the top of a drive. */
export function whereText(path: readonly PathFolder[], text: Text): string {
  return path.map((part) => placeName(part, text)).join(' › ');
}

function whenText(instant: string | undefined, by: string | undefined, text: Text): string | undefined {
  const at = parseInstant(instant);
  if (at === undefined) return undefined;
  return by ? text('details.by', { date: text.date(at), name: by }) : text.date(at);
}

/** `1:02:03`, and `0:07` */
function durationText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

function checkoutText(publication: DriveItem['publication'], text: Text): string | undefined {
  if (publication?.level === 'checkout') return text('details.checkedOut.you');
  const name = publication?.checkedOutBy;
  return name && text('details.checkedOut.other', { name });
}

const SCOPES = { anonymous: true, organization: true, users: true } as const;

function sharedText(shared: DriveItem['shared'], text: Text): string {
  if (!shared) return text('details.shared.no');
  const { scope } = shared;
  return text(isScope(scope) ? `details.shared.${scope}` : 'details.shared.yes');
}

function isScope(scope: string | undefined): scope is keyof typeof SCOPES {
  return scope !== undefined && Object.hasOwn(SCOPES, scope);
}
