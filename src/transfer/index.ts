export { createTransferQueue } from './queue';
export { isSettled, summarizeTransfers } from './transfer-summary';
export type {
  ConflictAnswer,
  ConflictBehavior,
  CreateUploadSessionOptions,
  FolderReference,
  PutContentOptions,
  TransferPorts,
  TransferProgress,
  TransferQueue,
  TransferQueueOptions,
  TransferState,
  TransferSummary,
  TransferTask,
  UploadOptions,
  UploadSource,
  UploadTarget,
  WaitReason,
} from './types';
