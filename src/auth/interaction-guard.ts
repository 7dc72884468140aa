import { OneDriveError } from '../lib';

/** A tab signs in once at a time, whatever client or version of MSAL does it: this is where all of them write it down. */
const STATUS = 'msal.interaction.status';

export interface InteractionGuard {
  /** The sign-in of somebody else is told of once; who tries again takes over from it. @throws OneDriveError */
  require(): void;
}

export function createInteractionGuard(
  storage: Pick<Storage, 'getItem'> | undefined,
  clientId: string,
): InteractionGuard {
  let told: string | undefined;
  return {
    require: () => {
      const status = storage?.getItem(STATUS) ?? undefined;
      // Ours is one that hangs, or was left behind by a reload.
      const isForeign = status !== undefined && !status.includes(clientId);
      if (!isForeign || told === status) {
        told = undefined;
        return;
      }
      told = status;
      throw new OneDriveError('sign-in-failed', { serviceCode: 'interaction_in_progress' });
    },
  };
}
