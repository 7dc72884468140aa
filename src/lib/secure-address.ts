const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** https, or plain http where nothing leaves the machine: the emulator. */
export function isSecureAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}
