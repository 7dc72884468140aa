import { OneDriveError, untilAborted } from '../../lib';
import type { TransferContext } from '../transfer-context';
import type { FolderReference, TransferTask } from '../types';
import type { UploadBatch } from '../upload-batch';
import type { Candidate, Settle, Verdict } from './candidate';
import { findQuestions } from './find-questions';
import { findLacking } from './find-lacking';
import { readFacts } from './read-facts';
import { openRound, type Checked } from './round';

export interface PreflightParts {
  readonly batch: Pick<UploadBatch, 'authorize' | 'id' | 'folderName'>;
  readonly target: FolderReference;
  /** All that there are, also of other uploads: they need room, too. */
  readonly tasks: () => readonly TransferTask[];
  /** Shows many changes as one. */
  readonly together: (work: () => void) => void;
  /** Whether what is found is worth a dialog. */
  readonly prompts: boolean;
}

/** Looks before a byte is sent: is there room, will the names do, is one of them taken? */
export interface Preflight {
  /** What is asked at the same moment is looked at together. @throws OneDriveError */
  readonly check: (context: TransferContext, candidate: Candidate) => Promise<Verdict>;
}

/** 250 GB: what the service takes at most. */
const LARGEST_FILE = 250 * 1024 ** 3;

export function createPreflight(parts: PreflightParts): Preflight {
  let waiting: Checked[] = [];
  const start = async () => {
    const checked = waiting;
    waiting = [];
    const round = openRound(checked, parts.together);
    try {
      await look(
        round.context,
        checked.map(({ candidate }) => candidate),
        round.settle,
        parts,
      );
    } catch (reason) {
      round.fail(reason);
    } finally {
      round.end();
    }
  };
  return {
    check: (context, candidate) => {
      const verdict = new Promise<Verdict>((resolve, reject) => {
        waiting.push({ candidate, context, resolve, reject });
        if (waiting.length === 1) void Promise.resolve().then(start);
      });
      return untilAborted(verdict, context.signal);
    },
  };
}

async function look(
  context: TransferContext,
  candidates: readonly Candidate[],
  settle: Settle,
  parts: PreflightParts,
): Promise<void> {
  const { batch, target, tasks, prompts } = parts;
  const fitting = candidates.filter(({ size }) => size <= LARGEST_FILE);
  for (const candidate of candidates) {
    if (candidate.size > LARGEST_FILE)
      settle(candidate, { type: 'failed', error: new OneDriveError('file-too-large') });
  }
  if (fitting.length === 0) return;
  await batch.authorize(context);
  const facts = readFacts(context, target.driveId);
  const lacking = facts.then(({ quota }) => findLacking(fitting, quota?.remaining, tasks(), target.driveId));
  const settleInRoom: Settle = (candidate, verdict) =>
    void lacking.then((known) => settle(candidate, lackOf(known.get(candidate.id)) ?? verdict));
  await findQuestions(context, { candidates: fitting, target, batch, prompts, facts, settle: settleInRoom });
  await lacking;
}

function lackOf(missing: number | undefined): Verdict {
  return missing === undefined
    ? undefined
    : { type: 'failed', error: new OneDriveError('quota-exceeded'), missing };
}
