import type { Message } from './message';

/** Reads texts that are not ours: the parser is loaded only where a page has such. @throws TypeError if it can't be */
export async function loadReader(): Promise<(text: string) => Message> {
  const { readMessage } = await import('./read-message');
  return readMessage;
}
