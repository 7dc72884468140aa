import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { applyFault } from '../../../src/emulator/core/apply-fault';

it('a request that stalls and is given up leaves no listener with the emulator, which outlives it', async () => {
  const closing = new AbortController();
  const client = new AbortController();
  const address = 'http://localhost:5174';
  const answer = applyFault(
    { match: {}, phase: 'before', effect: { kind: 'stall' }, nth: 1, times: 1 },
    new Request(address, { signal: client.signal }),
    async () => new Response(),
    {
      origin: 'login',
      loginOrigin: address,
      origins: { graph: address },
      strict: true,
      now: Date.now,
      closing: closing.signal,
    },
  );
  expect(getEventListeners(closing.signal, 'abort')).toHaveLength(1);
  client.abort();
  await expect(answer).resolves.toEqual({ kind: 'cut' });
  expect(getEventListeners(closing.signal, 'abort')).toHaveLength(0);
});
