import type { Connection, SignInOwner } from '../../auth';
import type { MessageId } from '../../locales';

export type ConnectingState = Extract<Connection, { state: 'connecting' }>;

/** What is waited for while somebody signs in. */
export function waitingText(
  { interaction, isBack, isWindowGone }: ConnectingState,
  owner: SignInOwner,
): MessageId {
  if (owner === 'host') return 'connect.hostWaiting';
  if (isBack) return 'connect.back';
  if (interaction === 'redirect') return 'connect.leaving';
  return isWindowGone ? 'connect.windowGone' : 'connect.waiting';
}
