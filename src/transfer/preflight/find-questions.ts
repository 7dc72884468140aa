import type { FolderReference } from '../types';
import type { TransferContext } from '../transfer-context';
import type { AskingState } from '../transfer-summary';
import type { UploadBatch } from '../upload-batch';
import type { Candidate, Settle } from './candidate';
import { createFindExisting } from './find-existing';
import { createTree, namesIn } from './folder-tree';
import { mayBeRefused } from './name-check';
import type { DriveFacts } from './read-facts';
import { visitFolder } from './visit-folder';

interface Search {
  readonly candidates: readonly Candidate[];
  readonly target: FolderReference;
  readonly batch: Pick<UploadBatch, 'id' | 'folderName'>;
  readonly prompts: boolean;
  readonly facts: Promise<DriveFacts>;
  readonly settle: Settle;
}

/**
 * What a person has to say before it can be sent. Settles everything: what needs no answer as soon as that is known.
 * @throws OneDriveError `cancelled`
 */
export async function findQuestions(context: TransferContext, search: Search): Promise<void> {
  const { candidates, target, batch, prompts, facts, settle } = search;
  const isAsking = ({ takenName }: Candidate) => takenName === 'ask';
  for (const candidate of candidates) if (!isAsking(candidate)) settle(candidate, undefined);
  const root = createTree(candidates.filter(isAsking), batch);
  // Only names that some drive would refuse wait for what kind of drive it is.
  const driveType = namesIn(root).some(mayBeRefused) ? (await facts).driveType : undefined;
  const ask = (candidate: Candidate, question: AskingState) =>
    settle(candidate, { type: 'asked', question: prompts ? { ...question, prompts } : question });
  await visitFolder({ driveType, batch, settle, ask, find: createFindExisting(context) }, root, target);
}
