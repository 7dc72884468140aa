/** A connection's state in a word, by the ids of the texts. */
export const CONNECTION_WORDS = {
  starting: 'account.connecting',
  'signed-out': 'account.expired',
  connecting: 'account.connecting',
  connected: 'account.connected',
  expired: 'account.expired',
} as const;
