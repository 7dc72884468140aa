import { createBrowserEnvironment } from '../lib';

const NAME = 'onedrive-control:single-keys';
const environment = createBrowserEnvironment();

/** For a page that may not store anything. */
let now: boolean | undefined;

/**
 * Whether one character alone is a shortcut, or looks for a name: whoever speaks to their computer may want neither
 * (WCAG 2.1.4). Read anew each time: another tab, or another control, may have changed it.
 */
export function hasSingleKeys(): boolean {
  return now ?? environment.originStorage()?.getItem(NAME) !== 'off';
}

/** Holds for all controls of this origin, until it is changed. */
export function setSingleKeys(on: boolean): void {
  const storage = environment.originStorage();
  try {
    if (on) storage?.removeItem(NAME);
    else storage?.setItem(NAME, 'off');
    now = storage ? undefined : on;
  } catch {
    now = on;
  }
}
