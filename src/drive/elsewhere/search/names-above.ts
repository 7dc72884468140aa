import type { DriveItem } from '../../../graph';

/** The names of the folders above an item, from the top of its drive on; undefined where the service has not told. */
export function namesAbove({ parentReference: { path } }: DriveItem): readonly string[] | undefined {
  const start = path?.indexOf('root:') ?? -1;
  if (path === undefined || start < 0) return undefined;
  return path
    .slice(start + 'root:'.length)
    .split('/')
    .filter((name) => name !== '')
    .map(decodeName);
}

/** Work drives escape the names in a path, personal ones do not. */
export function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
