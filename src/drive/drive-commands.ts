import { loadCode } from '../lib';
import type { DriveCommandsOptions } from './changes';
import type { DriveCommands } from './commands';

/** The changes to a drive, whose code comes with the first of them, or with the operations. */
export function createDriveCommands(options: DriveCommandsOptions): DriveCommands {
  const load = async () => (await loadCode(import('./changes'))).createChanges(options);
  return {
    createFolder: async (...given) => (await load()).createFolder(...given),
    createFile: async (...given) => (await load()).createFile(...given),
    rename: async (...given) => (await load()).rename(...given),
    move: async (...given) => (await load()).move(...given),
    remove: async (...given) => (await load()).remove(...given),
  };
}
