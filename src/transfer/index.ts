export { followPace } from './follow-pace';
export { createLaterQueue } from './later-queue';
export { readBeginning } from './read-beginning';
export type { AskingState } from './transfer-summary';
export { canPause, isAsking, isSettled, isUnfinished, summarizeTransfers } from './transfer-summary';
export type { TransferPace } from './transfer-pace';
export type {
  ConflictAnswer,
  ConflictBehavior,
  CopyOptions,
  DownloadOptions,
  FolderReference,
  Need,
  TransferErrand,
  TransferPorts,
  TransferQueue,
  TransferQueueOptions,
  TransferState,
  TransferSummary,
  TransferTask,
  UploadAnswer,
  UnsavedFiles,
  UploadOptions,
  UploadProgress,
  UploadSource,
  UploadTarget,
} from './types';
