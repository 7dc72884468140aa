import { createThrottleGate } from '../../../../src/lib';
import {
  isSettled,
  type FolderReference,
  type TransferPorts,
  type TransferQueueOptions,
  type TransferState,
  type UploadSource,
} from '../../../../src/transfer';
import { createTransferQueue } from '../../../../src/transfer/queue';
import { createFakeDrive } from './fake-drive';
import { createPorts } from './fake-ports';
import { createVirtualEnvironment } from './virtual-environment';

export const KIB = 1024;
export const UNIT = 320 * KIB;
export const ROOT: FolderReference = { driveId: 'drive', id: 'root', name: 'My files' };

/**
 * A queue in front of a drive in memory: files above 64 KiB go by session, in fragments of 320 KiB. The root is the
 * folder that the control shows: what it holds is known.
 */
export function createScene(
  options: Partial<Omit<TransferQueueOptions, 'ports'>> & {
    seed?: number;
    ports?: Partial<TransferPorts>;
  } = {},
) {
  const environment = createVirtualEnvironment(options.seed);
  const drive = createFakeDrive(environment);
  drive.settings.known.add(ROOT.id);
  const gate = createThrottleGate(environment);
  const ports = { ...createPorts(drive), ...options.ports };
  const limits = { smallFileLimit: 64 * KIB, fragmentSize: UNIT };
  const queue = createTransferQueue({ ...limits, ...options, ports, environment, gate });
  const states: TransferState[] = [];
  queue.tasks.subscribe(() => {
    const state = queue.tasks.get()[0]?.state;
    if (state && state !== states.at(-1)) states.push(state);
  });
  const allSettled = () => queue.tasks.get().every((task) => isSettled(task.state));
  return {
    environment,
    drive,
    gate,
    ports,
    queue,
    /** Every state the watcher of the first task has seen. */
    states,
    only: () => {
      const [task] = queue.tasks.get();
      if (!task) throw new Error('no task');
      return task;
    },
    settled: () => environment.runUntil(allSettled),
    until: (status: TransferState['status']) =>
      environment.runUntil(() => queue.tasks.get().some((task) => task.state.status === status)),
    upload: (...files: File[]) => queue.upload(files.map(source), ROOT),
  };
}

export function source(file: File): UploadSource {
  return { kind: 'file', file, path: [] };
}
