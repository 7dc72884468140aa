import type { PermissionGate, Scopes } from '../auth';
import {
  carryOut,
  createOperations,
  type DriveAct,
  type DriveItem,
  type DriveRequests,
  type NamedItem,
  type Operations,
  type OperationsOptions,
} from '../drive';
import type { Graph } from '../graph';
import { OneDriveError, untilAborted } from '../lib';
import type { TransferQueue } from '../transfer';

interface OperationParts extends Omit<OperationsOptions, 'carryOut' | 'canRestore' | 'authorizeWrite'> {
  readonly graph: Graph;
  readonly requests: DriveRequests;
  readonly transfers: Pick<TransferQueue, 'copy'>;
  /** Undefined where the page signs in: nobody knows what its tokens allow. */
  readonly scopes: Scopes | undefined;
  readonly authorizeWrite: (act: DriveAct, signal?: AbortSignal) => Promise<void>;
  readonly permission: Pick<PermissionGate, 'require'>;
}

/** The operations of a control; what goes to another drive is copied by the transfers. */
export function startOperations(parts: OperationParts): Omit<Operations, 'all'> {
  const { graph, requests, transfers, scopes, authorizeWrite, permission } = parts;
  const stepParts = {
    graph,
    requests,
    copyThere: (
      item: DriveItem,
      target: NamedItem,
      taken: CopyThere['taken'],
      signal: AbortSignal,
    ): Promise<DriveItem> => copyThere(transfers, item, { target, taken, signal }),
  };
  return createOperations({
    ...parts,
    carryOut: (...step) => carryOut(stepParts, ...step),
    // One's own drive gives nothing back either without the right to all files (protocol 10).
    authorizeWrite: (act, signal) =>
      act.kind === 'restore'
        ? permission.require('write-all', act.kind, signal)
        : authorizeWrite(act, signal),
    // Work drives can't, whatever the token allows.
    canRestore: ({ parentReference }) => scopes !== undefined && parentReference.driveType === 'personal',
  });
}

interface CopyThere {
  readonly target: NamedItem;
  readonly taken: 'fail' | 'rename';
  readonly signal: AbortSignal;
}

/** What arrived but is not proved to be the same leaves the original where it is. */
async function copyThere(
  transfers: Pick<TransferQueue, 'copy'>,
  item: DriveItem,
  { target, taken, signal }: CopyThere,
): Promise<DriveItem> {
  const copying = transfers.copy([item], target, { conflictBehavior: taken });
  const state = (await untilAborted(copying, signal))[0]?.state;
  if (state?.status === 'failed' || state?.status === 'conflict') throw state.error;
  if (state?.status !== 'done' || !state.item) throw new OneDriveError('cancelled');
  if (state.unverified) throw new OneDriveError('verification-failed');
  return state.item;
}
