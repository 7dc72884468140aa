import { createBrowserEnvironment } from '../lib';

/** What is on until somebody turns it off. */
export interface OriginSwitch {
  /** Read anew each time: another tab, or another control, may have changed it. */
  readonly isOn: () => boolean;
  /** Holds for all controls of this origin, until it is changed. */
  readonly turn: (on: boolean) => void;
}

const environment = createBrowserEnvironment();

/** Kept in the origin's storage under that name; where the page may not store anything, as long as the page stands. */
export function createOriginSwitch(name: string): OriginSwitch {
  let unstored: boolean | undefined;
  return {
    isOn: () => unstored ?? environment.originStorage()?.getItem(name) !== 'off',
    turn: (on) => {
      const storage = environment.originStorage();
      try {
        if (on) storage?.removeItem(name);
        else storage?.setItem(name, 'off');
        unstored = storage ? undefined : on;
      } catch {
        unstored = on;
      }
    },
  };
}
