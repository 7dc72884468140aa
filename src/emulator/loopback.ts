/** Whether a host name, as `URL` normalises it, can only mean this computer. */
export function isLoopbackHostname(hostname: string): boolean {
  const name = hostname.toLowerCase();
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(name)
  );
}

/** The same for a `Host` header, which may carry a port. */
export function isLoopbackHost(host: string): boolean {
  return URL.canParse(`http://${host}`) && isLoopbackHostname(new URL(`http://${host}`).hostname);
}

/** The same for an `Origin` header; `null` (a sandboxed frame, a file) is foreign. */
export function isLoopbackOrigin(origin: string): boolean {
  return URL.canParse(origin) && isLoopbackHostname(new URL(origin).hostname);
}
