const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** An address of this very computer. */
export function isLoopback(address: string): boolean {
  return LOOPBACK.has(new URL(address).hostname);
}

/** https, or plain http where nothing leaves the machine: the emulator. */
export function isSecureAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(address));
}
