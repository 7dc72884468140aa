import type { Need } from '../types';
import type { KeptSource, KeptUpload } from './entry';
import { isSameFile } from './fingerprint';

/** Chromium's; the origin's own files need no permission, and other browsers have no other files. */
interface AskingHandle extends FileSystemFileHandle {
  readonly queryPermission?: (mode: { readonly mode: 'read' }) => Promise<PermissionState>;
  readonly requestPermission?: (mode: { readonly mode: 'read' }) => Promise<PermissionState>;
}

export type FoundFile =
  { readonly file: File; readonly needs?: undefined } | { readonly file?: undefined; readonly needs: Need };

/** @param asks whether the browser may ask the user: only from a click */
export async function findFile(
  source: KeptSource,
  facts: Pick<KeptUpload, 'name' | 'size' | 'lastModified'>,
  bytes: ArrayBuffer | undefined,
  asks = false,
): Promise<FoundFile> {
  if (source.kind === 'handle') return openHandle(source, facts, asks);
  if (source.kind === 'ask' || !bytes) return { needs: 'file' };
  const { name, lastModified } = facts;
  return { file: new File([bytes], name, { lastModified }) };
}

async function openHandle(
  { handle, fingerprint }: Extract<KeptSource, { readonly kind: 'handle' }>,
  facts: Pick<KeptUpload, 'size' | 'lastModified'>,
  asks: boolean,
): Promise<FoundFile> {
  try {
    if ((await permissionOf(handle, asks)) !== 'granted') return { needs: 'permission' };
    const file = await handle.getFile();
    return (await isSameFile(file, facts, fingerprint)) ? { file } : { needs: 'file' };
  } catch {
    // Moved, or gone with its stick.
    return { needs: 'file' };
  }
}

async function permissionOf(handle: AskingHandle, asks: boolean): Promise<PermissionState> {
  const mode = { mode: 'read' } as const;
  const ask = asks ? handle.requestPermission : handle.queryPermission;
  return (await ask?.call(handle, mode)) ?? 'granted';
}
