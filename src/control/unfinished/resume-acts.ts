/* oxlint-disable no-await-in-loop -- one act after another, as the user began them */
import type { Resumption } from '../../auth';
import type { DriveCommands, DriveRequests, FolderBrowser, ItemOutcome, NamedItem } from '../../drive';
import { OneDriveError, toOneDriveError, type Store } from '../../lib';
import type { TransferQueue } from '../../transfer';
import type { PendingAct } from './pending-act';
import type { SavingPort } from './saving-port';

/** With whose acts they are: nobody else is offered them. */
export type OwnedResumption = Resumption<PendingAct> & { readonly accountId: string | undefined };

export interface ResumeParts {
  readonly resumption: Store<OwnedResumption | undefined>;
  /** Who is signed in now. */
  readonly accountId: () => string | undefined;
  readonly commands: DriveCommands;
  readonly requests: Pick<DriveRequests, 'item'>;
  readonly folder: Pick<FolderBrowser, 'apply'>;
  readonly transfers: Pick<TransferQueue, 'upload' | 'download' | 'copy'>;
  readonly saving: () => Promise<SavingPort> | undefined;
}

/**
 * What can't be undone is asked once more: the question may be minutes old, and was asked on another page. And what
 * the user was about to save under a name, in a folder, of which a page may have something else to say by now.
 */
export function isAskedAgain({ kind }: PendingAct): boolean {
  return kind === 'delete' || kind === 'save';
}

/** Does them while their owner is there; at the first that fails the rest is offered. */
export async function runActs(
  parts: ResumeParts,
  acts: readonly PendingAct[],
  accountId: string | undefined,
): Promise<void> {
  const { resumption } = parts;
  const isThere = () => parts.accountId() === accountId;
  const waiting = [...acts];
  for (let act = waiting.shift(); act && isThere(); act = waiting.shift()) {
    resumption.set({ accountId, status: 'running', act, next: [...waiting] });
    try {
      await run(parts, act, isThere);
    } catch (reason) {
      const error = toOneDriveError(reason);
      if (isThere()) resumption.set({ accountId, status: 'offered', acts: [act, ...waiting], error });
      return;
    }
  }
  // Saving has only come back to the screen.
  const done = acts.filter(({ kind }) => kind !== 'save');
  if (isThere()) resumption.set(done.length > 0 ? { accountId, status: 'done', acts: done } : undefined);
}

async function run(
  { commands, requests, folder, transfers, saving }: ResumeParts,
  act: PendingAct,
  isThere: () => boolean,
): Promise<void> {
  // What is found with one account's token must not be changed with another one's.
  const fresh = async (items: readonly NamedItem[]) => {
    const found = await Promise.all(items.map((item) => requests.item(item)));
    if (!isThere()) throw new OneDriveError('cancelled');
    return found;
  };
  switch (act.kind) {
    case 'create-folder':
      return folder.apply({ changed: [await commands.createFolder(act.parent, act.name)] });
    case 'create-file':
      return folder.apply({ changed: [await commands.createFile(act.parent, act)] });
    case 'rename':
      for (const item of await fresh([act.item]))
        folder.apply({ changed: [await commands.rename(item, act.name)] });
      return;
    case 'move':
      return show(await commands.move(await fresh(act.items), act.target), folder);
    case 'delete':
      return show(await commands.remove(await fresh(act.items)), folder);
    // The transfers tell of themselves, and of what becomes of them.
    case 'upload':
      return void transfers.upload(act.sources, act.target, { conflictBehavior: act.conflictBehavior });
    case 'copy': {
      const { target, conflictBehavior } = act;
      return void transfers.copy(await fresh(act.items), target, { conflictBehavior });
    }
    case 'save':
      return (await saving())?.again(act.files);
    case 'download':
      return void transfers.download(await fresh(act.items));
  }
}

/** @throws OneDriveError the first of those that failed */
function show(outcomes: readonly ItemOutcome[], folder: ResumeParts['folder']): void {
  const done = outcomes.filter(({ error }) => !error);
  folder.apply({
    changed: done.flatMap(({ changed }) => changed ?? []),
    removed: done.flatMap(({ item, changed }) => (changed ? [] : [item.id])),
  });
  const failed = outcomes.find(({ error }) => error);
  if (failed?.error) throw failed.error;
}
