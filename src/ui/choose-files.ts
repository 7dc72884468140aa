import type { UploadSource } from '../transfer';
import type { ReadDrop } from './read-drop';

/** As an input has them. */
export interface ChooserOptions {
  readonly multiple: boolean;
  readonly types?: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}

type AskForFiles = (options: ChooserOptions) => Promise<readonly FileSystemFileHandle[]>;

/**
 * Asks for files in the way that gives their handles: after a reload they are read again without being chosen again.
 * Call it within a click. @param openInput asks as every browser does, where this one, or this frame, cannot
 */
export async function chooseFiles(
  openInput: () => void,
  options: ChooserOptions = { multiple: true },
): Promise<ReadDrop | undefined> {
  const ask = findPicker();
  if (!ask) {
    openInput();
    return undefined;
  }
  try {
    return await readHandles(await ask(options));
  } catch (reason) {
    const isDeclined = reason instanceof DOMException && reason.name === 'AbortError';
    if (!isDeclined) openInput();
    return undefined;
  }
}

/** Telephones have it too; but there the input offers the camera and the pictures, which this does not. */
function findPicker(): AskForFiles | undefined {
  const device: { readonly mobile?: boolean } | undefined = Reflect.get(navigator, 'userAgentData');
  const ask: unknown = Reflect.get(globalThis, 'showOpenFilePicker');
  return typeof ask === 'function' && !device?.mobile ? (ask as AskForFiles) : undefined;
}

async function readHandles(handles: readonly FileSystemFileHandle[]): Promise<ReadDrop> {
  const sources: UploadSource[] = [];
  const unreadable: string[] = [];
  for (const handle of handles) {
    try {
      // In the order chosen, and not hundreds at once.
      // oxlint-disable-next-line no-await-in-loop
      sources.push({ kind: 'file', file: await handle.getFile(), path: [], handle });
    } catch {
      unreadable.push(handle.name);
    }
  }
  return { sources, unreadable };
}
