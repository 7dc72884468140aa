/* oxlint-disable no-await-in-loop -- a folder is made inside its parent */
import { toOneDriveError, type ErrorCode, type OneDriveError } from '../lib';
import { callPort, isAskedToWait } from './call-port';
import { UNHEARD } from './passing';
import type { SharedCall } from './shared-call';
import { toNfc } from './to-nfc';
import type { TransferContext } from './transfer-context';
import type { FolderReference, TransferPorts } from './types';

/** What the files of one `upload()` share: one consent, and every folder made once. */
export interface UploadBatch {
  readonly id: string;
  /** Asks the user once for the whole batch; a refusal stands until a retry. */
  authorize(context: TransferContext): Promise<void>;
  /** The folder at `path` below the target, made where it does not exist, parents first. */
  folder(context: TransferContext, path: readonly string[]): Promise<FolderReference>;
  /** What the folder at this path is to be called, and whether somebody has chosen that. */
  folderName(path: readonly string[]): { readonly name: string; readonly isChosen: boolean };
  /** A path by what its folders are to be called. */
  folderNames(path: readonly string[]): readonly string[];
  /** Gives a folder that has not been made another name. */
  readonly renameFolder: (path: readonly string[], name: string) => void;
  /** Lets a retry try again what has failed for all. */
  readonly forgetFailures: () => void;
}

interface FolderNode {
  /** In place of the one that was given. */
  chosenName: string | undefined;
  readonly children: Map<string, FolderNode>;
  making: Promise<FolderReference> | undefined;
  failed: boolean;
  tries: number;
}

/** These pass; the next file asks again. Any other failure is the answer for every file of the folder. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['offline', 'sign-in-needed', 'cancelled']);
/**
 * A folder is made again where nobody has heard: one that was made all the same is found there, and reused. Of all
 * files together: else thousands of them would ask for one folder again and again.
 */
const TRIES = 6;

export function createUploadBatch(options: {
  readonly id: string;
  readonly ports: TransferPorts;
  readonly target: FolderReference;
  readonly signIn: SharedCall;
  /** Aborted when the queue is disposed. */
  readonly stopped: AbortSignal;
}): UploadBatch {
  const { id, ports, target, signIn, stopped } = options;
  const root = createNode();
  let allowed = false;
  let refusal: OneDriveError | undefined;

  const make = (node: FolderNode, parent: FolderReference, name: string) => {
    if (node.making) return node.making;
    node.tries += 1;
    node.making = ports.ensureFolder(parent, name, stopped).catch((reason: unknown) => {
      const error = toOneDriveError(reason);
      const isRepeated = UNHEARD.has(error.code) && node.tries < TRIES;
      if (isRepeated || PASSING.has(error.code) || isAskedToWait(error)) node.making = undefined;
      else node.failed = true;
      throw error;
    });
    return node.making;
  };
  const folderName = (path: readonly string[]) => {
    const { chosenName } = path.reduce(childOf, root);
    return { name: chosenName ?? toNfc(path.at(-1) ?? ''), isChosen: chosenName !== undefined };
  };
  return {
    id,
    authorize: async (context) => {
      if (allowed) return;
      if (refusal) throw refusal;
      const { signal } = context;
      try {
        // A token that can't be renewed says nothing yet of what is allowed.
        await callPort(context, 'preparing', () => signIn(signal), UNHEARD);
        allowed = true;
      } catch (reason) {
        if (!signal.aborted) refusal = toOneDriveError(reason);
        throw reason;
      }
    },
    folder: async (context, path) => {
      let node = root;
      let folder = target;
      for (const given of path) {
        node = childOf(node, given);
        const [current, parent, name] = [node, folder, node.chosenName ?? toNfc(given)];
        folder = node.failed
          ? await make(current, parent, name)
          : await callPort(context, 'preparing', () => make(current, parent, name), UNHEARD);
      }
      return folder;
    },
    folderName,
    folderNames: (path) => path.map((_name, index) => folderName(path.slice(0, index + 1)).name),
    renameFolder: (path, name) => {
      path.reduce(childOf, root).chosenName = toNfc(name);
    },
    forgetFailures: () => {
      refusal = undefined;
      forgetFailed(root);
    },
  };
}

function createNode(): FolderNode {
  return { chosenName: undefined, children: new Map(), making: undefined, failed: false, tries: 0 };
}

function childOf(node: FolderNode, name: string): FolderNode {
  const child = node.children.get(name) ?? createNode();
  node.children.set(name, child);
  return child;
}

/** In place: the making of a folder may be under way, and its end has to be seen in this tree. */
function forgetFailed(node: FolderNode): void {
  for (const child of node.children.values()) {
    if (child.failed) Object.assign(child, { making: undefined, failed: false, tries: 0 });
    forgetFailed(child);
  }
}
