import type { DriveItem } from '../graph';
import type { Environment } from '../lib';
import { copyItem } from './copy-item';
import type { CopyOrder } from './copy-order';
import type { SharedCall } from './shared-call';
import type { Transfer } from './transfer-runs';
import { QUEUED } from './transfer-state';
import type { ConflictBehavior, CopyTakenName, FolderReference } from './types';

interface Surroundings {
  readonly environment: Environment;
  readonly signIn: SharedCall;
  readonly onCopied: (item: DriveItem, folder: FolderReference) => void;
}

/** A copy that the service makes. */
export function createCopy(
  item: DriveItem,
  target: FolderReference,
  conflictBehavior: CopyTakenName,
  { environment, signIn, onCopied }: Surroundings,
): Transfer {
  let takenName: CopyTakenName = conflictBehavior;
  const order: { current: CopyOrder | undefined } = { current: undefined };
  return {
    signIn,
    lane: 'remote',
    get errand() {
      return order.current ? undefined : ({ kind: 'copy', item, target, conflictBehavior } as const);
    },
    goesOn: () => order.current !== undefined,
    answerConflict: (answer: ConflictBehavior) => {
      if (answer === 'rename') takenName = answer;
    },
    run: async (context) => {
      await signIn(context.signal);
      const end = await copyItem(context, { item, target, order }, takenName);
      if (end.type === 'finished' && end.result.item) onCopied(end.result.item, target);
      return end;
    },
    task: {
      id: environment.randomId(),
      kind: 'copy',
      content: (item.folder ?? item.remoteItem?.folder) ? 'folder' : 'file',
      name: item.name,
      folder: target,
      size: item.size ?? 0,
      state: QUEUED,
    },
  };
}
