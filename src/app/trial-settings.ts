import type { Environment } from '../control';

/** Settings that somebody tries out: for this tab, in place of those that the page has. */
const KEY = 'onedrive-control.trial';

type TabStorage = Pick<Environment, 'tabStorage'>;

export function keepTrial({ tabStorage }: TabStorage, settings: object): void {
  tabStorage()?.setItem(KEY, JSON.stringify(settings));
}

export function readTrial({ tabStorage }: TabStorage): object | undefined {
  try {
    const kept: unknown = JSON.parse(tabStorage()?.getItem(KEY) ?? 'null');
    return typeof kept === 'object' && kept !== null ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function endTrial({ tabStorage }: TabStorage): void {
  tabStorage()?.removeItem(KEY);
}
