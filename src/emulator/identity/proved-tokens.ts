import type { JWTPayload } from 'jose';

const LIMIT = 1000;

/** Tokens whose signature was found good: proving it takes longer than all else about a request. */
export interface ProvedTokens {
  /** What such a token says, as long as it is in its time; whoever refuses it says why. */
  payloadOf(token: string): JWTPayload | undefined;
  keep(token: string, payload: JWTPayload): void;
  clear(): void;
}

export function createProvedTokens(now: () => number): ProvedTokens {
  const payloads = new Map<string, JWTPayload>();
  return {
    payloadOf(token) {
      const payload = payloads.get(token);
      const seconds = Math.floor(now() / 1000);
      const { nbf = Infinity, exp = 0 } = payload ?? {};
      return nbf <= seconds && seconds < exp ? payload : undefined;
    },
    keep(token, payload) {
      if (payloads.size >= LIMIT) payloads.clear();
      payloads.set(token, payload);
    },
    clear: () => payloads.clear(),
  };
}
