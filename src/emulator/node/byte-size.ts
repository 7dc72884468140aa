import { EmulatorStartError } from './start-error';

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** `5000`, `320K`, `100MB`, `4 GB`. @throws EmulatorStartError with one sentence. */
export function readByteSize(text: string, option: string): number {
  const [, digits = '', unit = ''] = /^(\d+)\s*([kmg]?)b?$/i.exec(text.trim()) ?? [];
  const size = Number(digits) * (UNITS[unit.toLowerCase()] ?? 0);
  if (digits !== '' && size > 0 && Number.isSafeInteger(size)) return size;
  throw new EmulatorStartError(`${option} is “${text}”: give a number of bytes, or one like 100MB or 4GB.`);
}
