import type { Message } from './message';

/** What parts say that are loaded later. @throws TypeError where it can't be fetched */
export async function loadLaterMessages(): Promise<Readonly<Record<string, Message>>> {
  const { messages } = await import('./later-messages');
  return messages;
}
