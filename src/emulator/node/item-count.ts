import { EmulatorStartError } from './start-error';

/** Each takes some 150 bytes of memory. */
const MOST = 5_000_000;

/** How many files the large folder is to hold. @throws EmulatorStartError which names `source`. */
export function readItemCount(text: string, source: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count > 0 && count <= MOST) return count;
  throw new EmulatorStartError(`${source} is “${text}”: give a whole number from 1 to ${MOST}.`);
}

/** @throws EmulatorStartError where another drive was asked for. */
export function requireLargeDrive(drive: string | undefined, items: unknown, sources: string): void {
  if (items === undefined || drive === 'large') return;
  throw new EmulatorStartError(`${sources}: other drives have as many items as they have.`);
}
