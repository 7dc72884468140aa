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
