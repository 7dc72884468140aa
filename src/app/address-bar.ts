import type { FolderPlace, OneDriveControl, PathFolder } from '../control';

/** The folder names of an address such as `#/Documents/2026`. */
export function pathOfHash(hash: string): string[] {
  const parts = hash
    .replace(/^#\/?/, '')
    .split('/')
    // No name holds a slash: an encoded one was meant to part two names.
    .flatMap((part) => decodeName(part).split('/'));
  const names: string[] = [];
  for (const part of parts) {
    if (part === '..') names.pop();
    else if (part !== '' && part !== '.') names.push(part);
  }
  return names;
}

export function hashOfPath(names: readonly string[]): string {
  return `#/${names.map(encodeName).join('/')}`;
}

/** Where such an address leads; what begins with a colon, which no name can, is no folder of one's own drive. */
export function placeOfHash(hash: string): FolderPlace {
  const [start, kind, ...ids] = hash.split(':').map(decodeName);
  const [first = '', second = '', third = '', fourth = ''] = ids;
  // An address may be older than the drive: then the nearest folder that is left.
  if (start !== '#') return { names: pathOfHash(hash), create: false, orAbove: true };
  switch (kind) {
    case 'recent':
    case 'shared':
    case 'favourites':
    case 'sites':
    case 'teams':
    case 'recycle-bin':
      return { elsewhere: { kind } };
    case 'site':
      return { elsewhere: { kind, siteId: first } };
    case 'team':
      return { elsewhere: { kind, teamId: first } };
    case 'item':
      return { driveId: first, id: second };
    case 'below':
      return { elsewhere: { kind, driveId: first, itemId: second } };
    case 'search':
      if (first === 'drive' || first === 'everywhere') {
        return { elsewhere: { kind, within: first, query: second } };
      }
      return { elsewhere: { kind, within: 'folder', driveId: second, itemId: third, query: fourth } };
    default:
      return [];
  }
}

/** The address of the last folder of a path; undefined where that has none yet. */
function hashOfPlace(path: readonly PathFolder[]): string | undefined {
  const [top, ...below] = path;
  const last = path.at(-1);
  if (!top || !last) return undefined;
  if (path.every(({ elsewhere }) => !elsewhere)) return hashOfPath(below.map(({ name }) => name));
  const { elsewhere } = last;
  if (!elsewhere) return hashOf('item', last.driveId, last.id);
  switch (elsewhere.kind) {
    case 'site':
      return hashOf(elsewhere.kind, elsewhere.siteId);
    case 'team':
      return hashOf(elsewhere.kind, elsewhere.teamId);
    case 'item':
    case 'below':
      return hashOf(elsewhere.kind, elsewhere.driveId, elsewhere.itemId);
    case 'search':
      return elsewhere.within === 'folder'
        ? hashOf('search', 'folder', elsewhere.driveId, elsewhere.itemId, elsewhere.query)
        : hashOf('search', elsewhere.within, elsewhere.query);
    case 'library':
    case 'channel':
    case 'app-folder':
      return undefined;
    default:
      return hashOf(elsewhere.kind);
  }
}

function hashOf(...words: readonly string[]): string {
  return `#:${words.map(encodeName).join(':')}`;
}

/**
 * Keeps the address and the open folder the same, so that Back, Forward, reload and bookmarks work. A second pane has
 * no address.
 */
export function followAddress({ panes }: Pick<OneDriveControl, 'panes'>): () => void {
  const { first: folder } = panes.state.get();
  let first = true;
  const write = () => {
    const { path, missed } = folder.state.get();
    const hash = hashOfPlace(path);
    if (hash === undefined) return;
    if (hash !== normalized(location.hash)) {
      // Nobody comes back to an address that leads nowhere.
      if (first || missed !== undefined) history.replaceState(null, '', hash);
      else history.pushState(null, '', hash);
    }
    first = false;
  };
  const read = () => {
    const hash = normalized(location.hash);
    const { path } = folder.state.get();
    const target = path.find((_, index) => hashOfPlace(path.slice(0, index + 1)) === hash);
    if (target && (target.elsewhere || target.id !== '')) folder.open(target);
    else void folder.openPath(placeOfHash(hash));
  };
  addEventListener('popstate', read);
  const unsubscribe = folder.state.subscribe(write);
  return () => {
    removeEventListener('popstate', read);
    unsubscribe();
  };
}

/** Typed by hand, the same address can be spelt in many ways. */
function normalized(hash: string): string {
  return hash.startsWith('#:') ? hash : hashOfPath(pathOfHash(hash));
}

function encodeName(name: string): string {
  // Half a surrogate pair, which Windows allows in names, would throw.
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\ufffd'));
}

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray percent sign typed by hand.
  }
}
