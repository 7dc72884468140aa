import type { Situation } from './situation';

/** What is begun in a folder waits until the folder is known. */
export function refuseUnopened({ folder, text }: Situation): string | undefined {
  return folder ? undefined : text('action.notOpen');
}
