import type { BeforeDetails, BeforeKind } from '../../host';
import { toOneDriveError, type OneDriveError, type Store } from '../../lib';
import type { ControlModel } from '../control-model';
import type { HostDoor } from '../host-door';
import { askHost } from './ask-host';
import { settle } from './settle';

/** What passes the host. */
type Guarded = Pick<ControlModel, 'commands' | 'operations' | 'transfers'>;
type Deed = Parameters<Guarded['operations']['begin']>[0];

/**
 * The one place where what users do to the drive passes the host, whatever part of the interface begins it.
 *
 * @param failure what a command failed of last
 */
export function createGuard(door: HostDoor, failure: Store<OneDriveError | undefined>): Guarded {
  const { commands, operations, transfers } = door.control;
  const pass = async <K extends BeforeKind, T>(
    kind: K,
    detail: BeforeDetails[K],
    run: () => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T | undefined> => {
    const answer = askHost(door, kind, detail);
    return answer ? settle(door, { kind, detail, answer, run, signal }) : run();
  };
  const watch = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (reason) {
      const error = toOneDriveError(reason);
      failure.set(error);
      throw error;
    }
  };
  return {
    commands: {
      createFolder: (folder, name, signal) => {
        const run = () => watch(() => commands.createFolder(folder, name, signal));
        return pass('Create', { kind: 'folder', name, folder: referenceOf(folder) }, run, signal);
      },
      createFile: (folder, file) => {
        const { name, signal } = file;
        const run = () => watch(() => commands.createFile(folder, file));
        return pass('Create', { kind: 'file', name, folder: referenceOf(folder) }, run, signal);
      },
    },
    operations: {
      ...operations,
      begin: (deed, signal) => {
        const run = () => operations.begin(deed);
        switch (deed.kind) {
          case 'rename':
            return pass('Rename', renamesOf(deed), run, signal);
          case 'move':
            return pass('Move', { items: deed.items, folder: deed.target }, run, signal);
          case 'delete':
          case 'delete-for-ever': {
            const detail = { items: deed.items, isForEver: deed.kind === 'delete-for-ever' };
            return pass('Delete', detail, run, signal);
          }
          case 'restore':
            return pass('Restore', { items: deed.items }, run, signal);
          case 'restore-version':
            return pass('Restore', { items: [deed.item], versionId: deed.versionId }, run, signal);
          case 'check-out':
          case 'check-in':
          case 'discard-check-out':
            return pass('Checkout', { items: deed.items, change: deed.kind }, run, signal);
        }
      },
    },
    transfers: {
      ...transfers,
      upload: async (sources, folder, options) => {
        const run = () => transfers.upload(sources, folder, options);
        // What is saved was given by the host itself.
        if (options?.questions === 'caller') return run();
        const files = sources.flatMap((source) => (source.kind === 'file' ? [source.file] : []));
        return (await pass('Upload', { files, folder: namedOf(folder) }, run)) ?? [];
      },
      download: (items, options) => pass('Download', { items }, () => transfers.download(items, options)),
      copy: async (items, folder, options) => {
        const run = () => transfers.copy(items, folder, options);
        return (await pass('Copy', { items, folder: namedOf(folder) }, run)) ?? [];
      },
    },
  };
}

function renamesOf({ renames }: Extract<Deed, { kind: 'rename' }>): BeforeDetails['Rename'] {
  return { items: renames.map(({ item }) => item), names: renames.map(({ name }) => name) };
}

function referenceOf({ driveId, id }: Parameters<Guarded['commands']['createFolder']>[0]) {
  return { driveId, id };
}

function namedOf({ driveId, id, name }: Parameters<Guarded['transfers']['copy']>[1]) {
  return { driveId, id, name };
}
