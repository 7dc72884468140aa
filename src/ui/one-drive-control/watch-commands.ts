import type { DriveCommands, ItemOutcome } from '../../drive';
import { createStore, toOneDriveError, type OneDriveError, type ReadableStore } from '../../lib';

export interface WatchedCommands {
  readonly commands: DriveCommands;
  /** What failed last: dialogs tell the user of it, the listeners tell the host. */
  readonly failure: ReadableStore<OneDriveError | undefined>;
}

/** The same commands, and what they fail of. */
export function watchCommands(commands: DriveCommands): WatchedCommands {
  const failure = createStore<OneDriveError | undefined>(undefined);
  const watched = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (reason) {
      const error = toOneDriveError(reason);
      failure.set(error);
      throw error;
    }
  };
  const each = async (run: () => Promise<readonly ItemOutcome[]>) => {
    const outcomes = await watched(run);
    for (const { error } of outcomes) if (error) failure.set(error);
    return outcomes;
  };
  return {
    failure,
    commands: {
      createFolder: (parent, name, signal) => watched(() => commands.createFolder(parent, name, signal)),
      createFile: (parent, file) => watched(() => commands.createFile(parent, file)),
      rename: (item, name, signal) => watched(() => commands.rename(item, name, signal)),
      move: (items, target, signal) => each(() => commands.move(items, target, signal)),
      remove: (items, signal) => each(() => commands.remove(items, signal)),
    },
  };
}
