import type { OneDriveControl } from '../control';

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

/** Keeps the address and the open folder the same, so that Back, Forward, reload and bookmarks work. */
export function followAddress({ folder }: Pick<OneDriveControl, 'folder'>): () => void {
  let first = true;
  const write = () => {
    const { path } = folder.state.get();
    if (path.length === 0) return;
    const hash = hashOfPath(path.slice(1).map(({ name }) => name));
    if (hash !== hashOfPath(pathOfHash(location.hash))) {
      if (first) history.replaceState(null, '', hash);
      else history.pushState(null, '', hash);
    }
    first = false;
  };
  const read = () => {
    const names = pathOfHash(location.hash);
    const { path } = folder.state.get();
    const same = names.every((name, index) => path[index + 1]?.name === name);
    const target = same ? path[names.length] : undefined;
    if (target && path.length > 0 && target.id !== '') folder.open(target);
    else void folder.openPath(names);
  };
  addEventListener('popstate', read);
  const unsubscribe = folder.state.subscribe(write);
  return () => {
    removeEventListener('popstate', read);
    unsubscribe();
  };
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
