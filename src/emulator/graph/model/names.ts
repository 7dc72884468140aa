import { type GraphError, invalidRequest } from '../protocol/graph-error';
import { isWellFormed } from '../protocol/well-formed';
import type { ChildList } from './child-list';
import type { FolderItem, Item } from './model';

export type DriveType = 'business' | 'documentLibrary' | 'personal';

const FORBIDDEN_CHARACTERS = /["*:<>?/\\|]/;
const RESERVED = /^(\.lock|con|prn|aux|nul|com[0-9]|lpt[0-9]|desktop\.ini)$/i;
const NAME_LIMIT = 255;
const PATH_LIMIT: Readonly<Record<DriveType, number>> = {
  business: 400,
  documentLibrary: 400,
  personal: 430,
};

/** Two names are the same when this is the same of both. */
export type Fold = (name: string) => string;

/** Neither case counts, nor how an accent is composed. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** How an accent is composed counts. */
export function foldCase(name: string): string {
  return name.toLowerCase();
}

const collator = new Intl.Collator('en', { sensitivity: 'base' });

/** The order in which names are listed, of their folded forms; only equal ones are level. */
export function compareFolded(a: string, b: string): number {
  return collator.compare(a, b) || Number(a > b) - Number(a < b);
}

/** Throws what Graph answers to a name it does not take. */
export function checkName(
  name: string,
  place: { readonly driveType: DriveType; readonly folder: boolean; readonly atRoot: boolean },
): void {
  if (name === '' || name === '.' || name === '..') throw badName();
  if (FORBIDDEN_CHARACTERS.test(name) || !isWellFormed(name)) throw badName();
  if (hasControlCharacter(name)) throw badName();
  if (name.startsWith(' ') || name.endsWith(' ') || name.endsWith('.')) throw badName();
  if (RESERVED.test(name) || name.startsWith('~$') || name.toLowerCase().includes('_vti_')) throw badName();
  if (place.driveType !== 'personal') {
    if (place.folder && name.startsWith('~')) throw badName();
    if (place.atRoot && name.toLowerCase() === 'forms') throw badName();
  }
  if (name.length > NAME_LIMIT) throw tooLong();
}

function hasControlCharacter(name: string): boolean {
  for (const character of name) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

function badName(): GraphError {
  return invalidRequest('The provided name cannot contain this value or these characters.', 'invalidPath');
}

function tooLong(): GraphError {
  return invalidRequest('The specified file or folder path is too long.', 'pathIsTooLong');
}

/** Names from the root's child down to the item itself. */
export function pathOf(item: Item): string[] {
  const names: string[] = [];
  for (let at: Item = item; at.parent !== null; at = at.parent) names.unshift(at.name);
  return names;
}

/** Whether it is the other item or lies somewhere below it. */
export function isWithin(item: Item, above: Item): boolean {
  for (let at: Item | null = item; at !== null; at = at.parent) if (at === above) return true;
  return false;
}

/** Refuses a place so deep that `name`, or what hangs below `moved`, would pass the limit. */
export function checkPathLength(folder: FolderItem, name: string, driveType: DriveType, moved?: Item): void {
  const parent = pathOf(folder).join('/');
  const own = (parent === '' ? 0 : parent.length + 1) + name.length;
  const below = moved?.kind === 'folder' ? deepest(moved) : 0;
  if (own + below > PATH_LIMIT[driveType]) throw tooLong();
}

function deepest(folder: FolderItem): number {
  let most = 0;
  for (const child of folder.children.values()) {
    const below = child.kind === 'folder' ? deepest(child) : 0;
    most = Math.max(most, 1 + child.name.length + below);
  }
  return most;
}

/** "name 1.ext", "name 2.ext" …: the first that is free. */
export function freeName({ children }: { readonly children: Pick<ChildList, 'has'> }, name: string): string {
  if (!children.has(name)) return name;
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let n = 1; ; n += 1) {
    const candidate = `${stem} ${n}${extension}`;
    if (!children.has(candidate)) return candidate;
  }
}
