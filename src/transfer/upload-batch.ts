/* oxlint-disable no-await-in-loop -- a folder is made inside its parent */
import { toOneDriveError, type ErrorCode, type OneDriveError } from '../lib';
import { callPort, isAskedToWait } from './call-port';
import type { SharedCall } from './shared-call';
import type { TransferContext } from './transfer-context';
import type { FolderReference, TransferPorts } from './types';

/** What the files of one `upload()` share: one consent, and every folder made once. */
export interface UploadBatch {
  /** Asks the user once for the whole batch; a refusal stands until a retry. */
  authorize(signal: AbortSignal): Promise<void>;
  /** The folder at `path` below the target, made where it does not exist, parents first. */
  folder(context: TransferContext, path: readonly string[]): Promise<FolderReference>;
  /** Lets a retry try again what has failed for all. */
  readonly forgetFailures: () => void;
}

interface FolderNode {
  readonly children: Map<string, FolderNode>;
  making: Promise<FolderReference> | undefined;
  failed: boolean;
  tries: number;
}

/** These pass; the next file asks again. Any other failure is the answer for every file of the folder. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['offline', 'sign-in-needed', 'cancelled']);
/** It is made again after these: one that was made although nobody heard of it is found there, and reused. */
const REPEATED: ReadonlySet<ErrorCode> = new Set(['timed-out', 'unavailable', 'unexpected-answer']);
/** Of all files together: else thousands of them would ask for one folder again and again. */
const TRIES = 6;

export function createUploadBatch(options: {
  readonly ports: TransferPorts;
  readonly target: FolderReference;
  readonly signIn: SharedCall;
  /** Aborted when the queue is disposed. */
  readonly stopped: AbortSignal;
}): UploadBatch {
  const { ports, target, signIn, stopped } = options;
  const root = createNode();
  let allowed = false;
  let refusal: OneDriveError | undefined;

  const make = (node: FolderNode, parent: FolderReference, name: string) => {
    if (node.making) return node.making;
    node.tries += 1;
    node.making = ports.ensureFolder(parent, name, stopped).catch((reason: unknown) => {
      const error = toOneDriveError(reason);
      const isRepeated = REPEATED.has(error.code) && node.tries < TRIES;
      if (isRepeated || PASSING.has(error.code) || isAskedToWait(error)) node.making = undefined;
      else node.failed = true;
      throw error;
    });
    return node.making;
  };
  return {
    authorize: async (signal) => {
      if (allowed) return;
      if (refusal) throw refusal;
      try {
        await signIn(signal);
        allowed = true;
      } catch (reason) {
        if (!signal.aborted) refusal = toOneDriveError(reason);
        throw reason;
      }
    },
    folder: async (context, path) => {
      let node = root;
      let folder = target;
      for (const name of path) {
        node = childOf(node, name);
        const [current, parent] = [node, folder];
        folder = node.failed
          ? await make(current, parent, name)
          : await callPort(context, 'preparing', () => make(current, parent, name), REPEATED);
      }
      return folder;
    },
    forgetFailures: () => {
      refusal = undefined;
      forgetFailed(root);
    },
  };
}

function createNode(): FolderNode {
  return { children: new Map(), making: undefined, failed: false, tries: 0 };
}

function childOf(node: FolderNode, name: string): FolderNode {
  const child = node.children.get(name) ?? createNode();
  node.children.set(name, child);
  return child;
}

/** In place: the making of a folder may be under way, and its end has to be seen in this tree. */
function forgetFailed(node: FolderNode): void {
  for (const [name, child] of node.children) {
    if (child.failed) node.children.delete(name);
    else forgetFailed(child);
  }
}
