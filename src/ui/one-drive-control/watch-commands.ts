import type { DriveCommands } from '../../drive';
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
  return {
    failure,
    commands: {
      createFolder: (parent, name, signal) => watched(() => commands.createFolder(parent, name, signal)),
      createFile: (parent, file) => watched(() => commands.createFile(parent, file)),
      rename: (item, name, signal) => watched(() => commands.rename(item, name, signal)),
      remove: async (items, signal) => {
        const outcomes = await watched(() => commands.remove(items, signal));
        for (const { error } of outcomes) if (error) failure.set(error);
        return outcomes;
      },
    },
  };
}
