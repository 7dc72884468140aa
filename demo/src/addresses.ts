/** Below the demo's folder: whose emulator is meant, which of its two origins, and what is asked there. */
export interface EmulatorAddress {
  /** The id under which the service worker knows the page that holds the emulator. */
  readonly holder: string;
  readonly origin: 'login' | 'bytes';
  /** Path and query as the emulator knows them. */
  readonly path: string;
}

/** Where the emulator of a page answers; without a slash at the end. */
export function emulatorRoot(folder: URL, holder: string, origin: EmulatorAddress['origin']): string {
  return `${folder.href}at/${holder}/${origin}`;
}

/** `undefined` for an address of the demo's own files, or of anything else. */
export function readEmulatorAddress(folder: URL, address: string): EmulatorAddress | undefined {
  if (!address.startsWith(folder.href)) return undefined;
  const [, holder, origin, path] =
    /^at\/([^/?#]+)\/(login|bytes)(\/[^#]*)?/.exec(address.slice(folder.href.length)) ?? [];
  if (holder === undefined || (origin !== 'login' && origin !== 'bytes')) return undefined;
  return { holder, origin, path: path ?? '/' };
}
