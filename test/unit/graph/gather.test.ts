import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGraph } from '../../../src/graph';
import { createThrottleGate } from '../../../src/lib';
import { createManualEnvironment, type ManualEnvironment } from '../../support/manual-environment';

// What is loaded when it is needed is there beforehand.
await import('../../../src/graph/gather');

const ROOT = 'https://graph.microsoft.com/v1.0';

interface SentPart {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}
interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

function setUp(answer: (part: SentPart, batch: number) => Omit<PartAnswer, 'id'> | undefined) {
  const environment = createManualEnvironment();
  const tokens: boolean[] = [];
  const gate = createThrottleGate(environment);
  const graph = createGraph({
    root: ROOT,
    environment,
    gate,
    accessTokens: {
      getAccessToken: async ({ forceRefresh }) => {
        tokens.push(forceRefresh ?? false);
        return forceRefresh ? 'renewed' : 'token';
      },
    },
  });
  environment.answerWith(({ init }, batch) => {
    const responses = partsOf(init).flatMap((part) => {
      const said = answer(part, batch);
      return said ? [{ id: part.id, ...said }] : [];
    });
    return Response.json({ responses: responses.toReversed() });
  });
  const post = (name: string, signal?: AbortSignal) =>
    graph.post(
      { path: `/me/${name}`, body: { name }, access: 'write', together: true, signal },
      (json) => json,
    );
  return { environment, gate, post, tokens, batches: () => batchesOf(environment) };
}

function partsOf(init: RequestInit): readonly SentPart[] {
  return (JSON.parse(bodyOf(init)) as { readonly requests: readonly SentPart[] }).requests;
}

function bodyOf(init: RequestInit | undefined): string {
  return typeof init?.body === 'string' ? init.body : '';
}

function batchesOf({ requests }: ManualEnvironment): readonly (readonly string[])[] {
  return requests.map(({ url, init }) => {
    expect(url).toBe(`${ROOT}/$batch`);
    return partsOf(init).map((part) => part.url);
  });
}

const echo = ({ body }: SentPart) => ({ status: 201, body });
const names = (count: number) => Array.from({ length: count }, (_none, index) => `${index}`);

describe('requests that are wanted together', () => {
  it('are one, and each hears its own answer, whatever the order of the answers', async () => {
    const { environment, post, batches } = setUp(echo);
    const answers = names(3).map((name) => post(name));
    await environment.advance(10);
    expect(await Promise.all(answers)).toEqual(names(3).map((name) => ({ name })));
    expect(batches()).toEqual([['/me/0', '/me/1', '/me/2']]);
    const [request] = environment.requests;
    expect(request?.headers.get('Authorization')).toBe('Bearer token');
    expect(partsOf(request?.init ?? {})[0]).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: { name: '0' },
    });
    expect(bodyOf(request?.init)).not.toContain('token');
  });

  it('are as many requests as the service takes of twenty', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 65 }), async (count) => {
        const { environment, post, batches } = setUp(echo);
        const answers = names(count).map((name) => post(name));
        await environment.advance(2_000);
        expect(await Promise.all(answers)).toEqual(names(count).map((name) => ({ name })));
        expect(batches().flat().toSorted()).toEqual(
          names(count)
            .map((name) => `/me/${name}`)
            .toSorted(),
        );
        expect(Math.max(...batches().map((parts) => parts.length))).toBeLessThanOrEqual(20);
        expect(batches()).toHaveLength(Math.ceil(count / 20));
      }),
      { numRuns: 20 },
    );
  });

  it('gather while others are on their way, but not behind one that stalls', async () => {
    const { environment, post, batches } = setUp(echo);
    let answerFirst = () => {};
    const answerer = ({ init }: { readonly init: RequestInit }) =>
      Response.json({ responses: partsOf(init).map((part) => ({ id: part.id, ...echo(part) })) });
    environment.answerWith(async (request, index) => {
      if (index === 0) await new Promise<void>((resolve) => (answerFirst = resolve));
      return answerer(request);
    });
    const first = post('first');
    await environment.advance(10);
    const others = [post('second'), post('third')];
    await environment.advance(999);
    expect(batches()).toHaveLength(1);
    await environment.advance(1);
    expect(batches()).toEqual([['/me/first'], ['/me/second', '/me/third']]);
    await Promise.all(others);
    answerFirst();
    await first;
  });

  it('fail each for itself', async () => {
    const { environment, post } = setUp((part) =>
      part.url === '/me/1'
        ? { status: 409, body: { error: { code: 'nameAlreadyExists' } } }
        : part.url === '/me/2'
          ? undefined
          : echo(part),
    );
    const answers = Promise.allSettled(names(4).map((name) => post(name)));
    await environment.advance(10);
    expect((await answers).map((each) => (each.status === 'rejected' ? each.reason : 'answered'))).toEqual([
      'answered',
      expect.objectContaining({ code: 'name-conflict', status: 409 }),
      expect.objectContaining({ code: 'unexpected-answer' }),
      'answered',
    ]);
  });

  it('are asked again alone where the service wanted only them to wait, and not before', async () => {
    const refused = new Set(['/me/1']);
    const { environment, post, batches } = setUp((part) => {
      if (!refused.delete(part.url)) return echo(part);
      return { status: 429, headers: { 'Retry-After': '7' }, body: { error: { code: 'TooManyRequests' } } };
    });
    const answers = names(3).map((name) => post(name));
    await environment.advance(6_999);
    expect(batches()).toHaveLength(1);
    await environment.advance(100);
    await Promise.all(answers);
    expect(batches()).toEqual([['/me/0', '/me/1', '/me/2'], ['/me/1']]);
  });

  it('wait where somebody else was told to wait while they gathered', async () => {
    const { environment, post, gate, batches } = setUp(echo);
    const answers = names(2).map((name) => post(name));
    await environment.advance(5);
    gate.close(new URL(ROOT).host, 3_000);
    await environment.advance(2_900);
    expect(batches()).toEqual([]);
    await environment.advance(200);
    await Promise.all(answers);
    expect(batches()).toEqual([['/me/0', '/me/1']]);
  });

  it('get a new token, each that was refused', async () => {
    const { environment, post, tokens } = setUp((part, batch) =>
      batch === 0 ? { status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } } : echo(part),
    );
    const answers = names(2).map((name) => post(name));
    await environment.advance(100);
    await Promise.all(answers);
    expect(environment.requests.map(({ headers }) => headers.get('Authorization'))).toEqual([
      'Bearer token',
      'Bearer renewed',
    ]);
    // Each looks first whether another one has renewed it already.
    expect(tokens).toEqual([false, false, false, false, true, true]);
  });

  it('all fail with the request that carried them', async () => {
    const { environment, post } = setUp(echo);
    environment.answerWith(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const answers = Promise.allSettled(names(2).map((name) => post(name)));
    await environment.advance(100);
    const failure = {
      status: 'rejected',
      reason: expect.objectContaining({ code: 'unavailable', status: 502 }),
    };
    expect(await answers).toEqual([failure, failure]);
  });

  it('leave the others alone where one is given up, and end the request with the last of them', async () => {
    const { environment, post } = setUp(echo);
    environment.answerWith(() => new Promise(() => {}));
    const stops = names(2).map(() => new AbortController());
    const answers = Promise.allSettled(stops.map(({ signal }, index) => post(`${index}`, signal)));
    await environment.advance(10);
    const signal = environment.requests[0]?.init.signal;
    stops[0]?.abort();
    await environment.advance(1);
    expect(signal?.aborted).toBe(false);
    stops[1]?.abort();
    await environment.advance(1);
    expect(signal?.aborted).toBe(true);
    const cancelled = { status: 'rejected', reason: expect.objectContaining({ code: 'cancelled' }) };
    expect(await answers).toEqual([cancelled, cancelled]);
  });
});
