import type { Environment } from '../lib';
import type { TransferTask, UploadProgress } from './types';

/** A file's progress is told at most this often (milliseconds), and at its end. */
const PERIOD = 100;

/** Tells how far each file is, to listeners outside the panel. */
export interface UploadProgressTeller {
  readonly listen: (listener: (progress: UploadProgress) => void) => () => void;
  changed(task: TransferTask, file: File): void;
  finished(file: File): void;
  dispose(): void;
}

export function createUploadProgress(environment: Pick<Environment, 'now'>): UploadProgressTeller {
  const listeners = new Set<(progress: UploadProgress) => void>();
  const toldAt = new WeakMap<File, number>();
  const tell = (progress: UploadProgress) => {
    toldAt.set(progress.file, environment.now());
    for (const listener of listeners) listener(progress);
  };
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    changed: ({ state }, file) => {
      // Sent is not arrived: that all of it is there is told once, when it is.
      if (listeners.size === 0 || state.status !== 'sending' || state.loaded >= state.total) return;
      const last = toldAt.get(file);
      if (last !== undefined && environment.now() - last < PERIOD) return;
      tell({ file, loaded: state.loaded, total: state.total });
    },
    finished: (file) => tell({ file, loaded: file.size, total: file.size }),
    dispose: () => listeners.clear(),
  };
}
