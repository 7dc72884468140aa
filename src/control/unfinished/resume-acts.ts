/* oxlint-disable no-await-in-loop -- one act after another, as the user began them */
import type { Resumption } from '../../auth';
import type { DriveCommands, DriveItem, DriveRequests, FolderBrowser, NamedItem } from '../../drive';
import { toOneDriveError, type Store } from '../../lib';
import type { TransferQueue } from '../../transfer';
import type { PendingAct } from './pending-act';

export interface ResumeParts {
  readonly resumption: Store<Resumption<PendingAct> | undefined>;
  readonly commands: DriveCommands;
  readonly requests: Pick<DriveRequests, 'item'>;
  readonly folder: Pick<FolderBrowser, 'apply'>;
  readonly transfers: Pick<TransferQueue, 'upload' | 'download'>;
}

/** What can't be undone is asked once more: the question may be minutes old, and was asked on another page. */
export function isAskedAgain({ kind }: PendingAct): boolean {
  return kind === 'delete';
}

/** Does them; at the first that fails the rest is offered. */
export async function runActs(parts: ResumeParts, acts: readonly PendingAct[]): Promise<void> {
  const { resumption } = parts;
  const waiting = [...acts];
  for (let act = waiting.shift(); act; act = waiting.shift()) {
    resumption.set({ status: 'running', act, next: [...waiting] });
    try {
      await run(parts, act);
    } catch (reason) {
      resumption.set({ status: 'offered', acts: [act, ...waiting], error: toOneDriveError(reason) });
      return;
    }
  }
  resumption.set({ status: 'done', acts });
}

async function run({ commands, requests, folder, transfers }: ResumeParts, act: PendingAct): Promise<void> {
  const fresh = (items: readonly NamedItem[]) => Promise.all(items.map((item) => requests.item(item)));
  switch (act.kind) {
    case 'create-folder':
      return folder.apply({ changed: [await commands.createFolder(act.parent, act.name)] });
    case 'rename':
      return folder.apply({ changed: [await commands.rename(await requests.item(act.item), act.name)] });
    case 'delete':
      return remove(await fresh(act.items), { commands, folder });
    // The transfers tell of themselves, and of what becomes of them.
    case 'upload':
      return void transfers.upload(act.sources, act.target, { conflictBehavior: act.conflictBehavior });
    case 'download':
      return void transfers.download(await fresh(act.items));
  }
}

async function remove(
  items: readonly DriveItem[],
  { commands, folder }: Pick<ResumeParts, 'commands' | 'folder'>,
): Promise<void> {
  const outcomes = await commands.remove(items);
  folder.apply({ removed: outcomes.flatMap(({ item, error }) => (error ? [] : [item.id])) });
  const failed = outcomes.find(({ error }) => error);
  if (failed?.error) throw failed.error;
}
