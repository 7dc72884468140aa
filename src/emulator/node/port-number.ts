import { EmulatorStartError } from './start-error';

/** Reads a port from the environment. @throws EmulatorStartError for something that is no port. */
export function portFromEnvironment(variable: string, fallback: number): number {
  const text = process.env[variable];
  return text === undefined || text === '' ? fallback : readPort(text, variable);
}

/** @throws EmulatorStartError which names `source`. */
export function readPort(text: string, source: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new EmulatorStartError(`${source} is “${text}”: give a port number from 0 to 65535.`);
}

/** Port 0 picks a free one, so it may stand twice. @throws EmulatorStartError */
export function requireTwoPorts(port: number, bytesPort: number, sources: string): void {
  if (port === 0 || port !== bytesPort) return;
  throw new EmulatorStartError(`${sources} must differ: both are ${port}.`);
}

/** Any free port follows “any free port”, and the last one. */
export function portAfter(port: number): number {
  return port === 0 || port === 65_535 ? 0 : port + 1;
}
