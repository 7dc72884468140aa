import type { PathFolder } from '../drive';

/** `Documents/2026`: the names from the root on. */
export function pathText(path: readonly PathFolder[]): string {
  return path
    .slice(1)
    .map(({ name }) => name)
    .join('/');
}
