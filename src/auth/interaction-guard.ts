import { OneDriveError } from '../lib';

/** A tab signs in once at a time, whatever client or version of MSAL does it: this is where all of them write it down. */
const STATUS = 'msal.interaction.status';

export interface InteractionGuard {
  /** The sign-in of somebody else is told of once; who tries again takes over from it. @throws OneDriveError */
  require(): void;
  /** Ours is given up: MSAL would hold it for open until its window's time is over. */
  clear(): void;
}

export function createInteractionGuard(
  storage: Pick<Storage, 'getItem' | 'removeItem'> | undefined,
  clientId: string,
): InteractionGuard {
  let told: string | undefined;
  const read = () => storage?.getItem(STATUS) ?? undefined;
  return {
    require: () => {
      const status = read();
      // Ours is one that hangs, or was left behind by a reload.
      const isForeign = status !== undefined && !status.includes(clientId);
      if (!isForeign || told === status) {
        told = undefined;
        return;
      }
      told = status;
      throw new OneDriveError('sign-in-failed', { serviceCode: 'interaction_in_progress' });
    },
    clear: () => {
      if (read()?.includes(clientId)) storage?.removeItem(STATUS);
    },
  };
}
