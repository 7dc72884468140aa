/**
 * On this channel the redirect page says whose answer of Microsoft's it has, before it hands it to MSAL and closes: the
 * window that is gone then was not closed by the user. Apart, because the redirect page has this file too. MSAL passes
 * the name that was given to a sign-in on, behind a `|` in the answer's state; what has none asks nobody.
 */
const ANSWER_CHANNEL = 'onedrive-control.answered';

/** Says on the redirect page that this is an answer, if it is one of a sign-in with a name. */
export function announceAnswer({ hash, search }: Pick<Location, 'hash' | 'search'>): void {
  const answer = new URLSearchParams(hash.slice(1) || search);
  const name = answer.get('state')?.split('|')[1];
  if (!name) return;
  const channel = new BroadcastChannel(ANSWER_CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin only
  channel.postMessage(name);
  channel.close();
}

/** Calls back when the answer to the sign-in of that name is there. Returns the function that ends it. */
export function onAnswer(name: string, listener: () => void): () => void {
  const channel = new BroadcastChannel(ANSWER_CHANNEL);
  channel.addEventListener('message', ({ data }) => {
    if (data === name) listener();
  });
  return () => channel.close();
}
