import { createBrowserEnvironment } from '../lib';

/** What users turn on or off. */
export interface OriginSwitch {
  /** Read anew each time: another tab, or another control, may have changed it. */
  readonly isOn: () => boolean;
  /** Holds for all controls of this origin, until it is changed. */
  readonly turn: (on: boolean) => void;
}

const environment = createBrowserEnvironment();

/** Kept in the origin's storage under that name; where the page may not store anything, as long as the page stands. */
export function createOriginSwitch(name: string, byDefault = true): OriginSwitch {
  let unstored: boolean | undefined;
  return {
    isOn: () => unstored ?? (environment.originStorage()?.getItem(name) ?? wordOf(byDefault)) === 'on',
    turn: (on) => {
      const storage = environment.originStorage();
      try {
        if (on === byDefault) storage?.removeItem(name);
        else storage?.setItem(name, wordOf(on));
        unstored = storage ? undefined : on;
      } catch {
        unstored = on;
      }
    },
  };
}

function wordOf(on: boolean): 'on' | 'off' {
  return on ? 'on' : 'off';
}
