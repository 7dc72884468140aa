import { describe, expect } from 'vitest';
import { documentedLimits, type Limits } from '../../src/emulator/graph';
import { ada, pia, type Reply } from './graph-world';
import { rule, type EmulatorRuleContext } from './support/target';

const MINUTE = 60_000;
const outcome = ({ status, json, headers }: Reply): unknown => ({
  status,
  code: json.error.code,
  inner: (json.error.innerError ?? json.error.innererror).code,
  wait: headers.get('retry-after'),
});
const throttledFor = (wait: string, status = 429, code = 'activityLimitReached'): unknown => ({
  status,
  code,
  inner: 'throttledRequest',
  wait,
});

/** A rule under limits of its own; those that are not named are never reached. */
function limited(
  title: string,
  limits: Partial<Limits>,
  run: (context: EmulatorRuleContext) => Promise<void>,
): void {
  rule(title, { needs: 'limits', on: 'own' }, async (context) => {
    context.world.service.limit({ ...documentedLimits, ...limits });
    await run(context);
  });
}

/** What the application has used of its minute. */
function unitsOf({ world }: EmulatorRuleContext): number {
  const { throttling } = world.service.state() as {
    readonly throttling: { readonly applications: readonly { readonly unitsThisMinute: number }[] };
  };
  return throttling.applications[0]?.unitsThisMinute ?? 0;
}

describe('what a call costs in resource units', () => {
  limited('one item, its content and what has changed since a token: 1', {}, async (context) => {
    const { folder, graph, putFile } = context;
    await putFile('a.txt', 'x');
    const { json: delta } = await graph('/me/drive/root/delta');
    for (const path of [
      folder.url,
      folder.at('a.txt'),
      folder.at('a.txt', 'content'),
      '/me/drive',
      delta['@odata.deltaLink']!,
      "/me/drive/root/delta(token='latest')",
    ]) {
      const before = unitsOf(context);
      await graph(path);
      expect([path, unitsOf(context) - before]).toEqual([path, 1]);
    }
  });

  limited('lists, searches, everything at once, and changes: 2', {}, async (context) => {
    const { folder, graph } = context;
    const calls: readonly Parameters<typeof graph>[] = [
      [`${folder.url}/children`],
      [`${folder.url}/search(q='x')`],
      ['/me/drive/root/delta'],
      [`${folder.url}/children`, { body: { name: 'new', folder: {} } }],
      [folder.at('a.txt', 'content'), { method: 'PUT', body: 'x' }],
      [folder.at('b.txt', 'createUploadSession'), { body: {} }],
      [folder.at('a.txt'), { method: 'PATCH', body: { name: 'c.txt' } }],
      [folder.at('c.txt', 'copy'), { body: { name: 'd.txt' } }],
      [folder.at('c.txt'), { method: 'DELETE' }],
    ];
    for (const call of calls) {
      const before = unitsOf(context);
      expect((await graph(...call)).status).toBeLessThan(400);
      expect([call[0], unitsOf(context) - before]).toEqual([call[0], 2]);
    }
  });

  limited('permissions, also those that come along: 5', {}, async (context) => {
    const { folder, graph } = context;
    for (const path of [`${folder.url}/permissions`, `${folder.url}?$expand=permissions`]) {
      const before = unitsOf(context);
      await graph(path);
      expect([path, unitsOf(context) - before]).toEqual([path, 5]);
    }
  });

  limited('the parts of a batch, and not the batch', {}, async (context) => {
    const { folder, graph } = context;
    const requests = ['', '/children'].map((path, id) => ({
      id: String(id),
      method: 'GET',
      url: folder.url + path,
    }));
    await graph('/$batch', { body: { requests } });
    expect(unitsOf(context)).toBe(3);
  });
});

describe('the units of an application in a minute', () => {
  limited('are granted, then refused until the minute is over', { unitsPerMinute: 4 }, async (context) => {
    const { folder, graph, world } = context;
    for (let i = 0; i < 4; i += 1) expect((await graph(folder.url)).status).toBe(200);
    world.clock.now += 20_000;
    expect(outcome(await graph(folder.url))).toEqual(throttledFor('40'));
    world.clock.now += 40_000;
    expect((await graph(folder.url)).status).toBe(200);
  });

  limited('are told from 80 % on', { unitsPerMinute: 5 }, async ({ folder, graph, world }) => {
    const told = ({ headers }: Reply): unknown =>
      ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'].map((name) => headers.get(name));
    for (let i = 0; i < 3; i += 1) expect(told(await graph(folder.url))).toEqual([null, null, null]);
    world.clock.now += 10_000;
    expect(told(await graph(folder.url))).toEqual(['5', '1', '50']);
    expect(told(await graph(folder.url))).toEqual(['5', '0', '50']);
    const refused = await graph(folder.url);
    expect([refused.status, ...(told(refused) as string[])]).toEqual([429, '5', '0', '50']);
  });

  limited('are told by refusals as well', { unitsPerMinute: 3 }, async ({ folder, graph }) => {
    const left = async (path: string, scopes?: readonly string[]): Promise<unknown> => {
      const { status, headers } = await graph(path, scopes && { scopes });
      return [status, headers.get('ratelimit-remaining')];
    };
    await graph(folder.url);
    await graph(folder.url);
    expect(await left(folder.at('nothing.txt'))).toEqual([404, '0']);
    expect(await left(folder.url, [])).toEqual([429, '0']);
  });

  limited('are told where the token is refused', { unitsPerMinute: 1 }, async ({ folder, graph }) => {
    const { status, headers } = await graph(folder.url, { scopes: [] });
    expect([status, headers.get('ratelimit-remaining')]).toEqual([403, '0']);
  });

  limited('are used up by what is refused, too', { unitsPerMinute: 2 }, async ({ folder, graph, world }) => {
    await graph(`${folder.url}/children`);
    expect(outcome(await graph(folder.url))).toEqual(throttledFor('60'));
    expect(outcome(await graph(folder.url))).toEqual(throttledFor('120'));
    world.clock.now += MINUTE;
    expect(outcome(await graph(folder.url))).toEqual(throttledFor('60'));
  });

  limited('are not touched by other limits', { unitsPerDay: 3 }, async ({ folder, graph }) => {
    for (let i = 0; i < 3; i += 1) expect((await graph(folder.url)).status).toBe(200);
    expect(outcome(await graph(folder.url))).toEqual(throttledFor('86400'));
  });

  limited('run out for each part of a batch by itself', { unitsPerMinute: 2 }, async ({ folder, graph }) => {
    const requests = ['1', '2', '3'].map((id) => ({ id, method: 'GET', url: folder.url }));
    const { status, headers, json } = await graph('/$batch', { body: { requests } });
    expect([status, headers.get('retry-after')]).toEqual([200, null]);
    const { responses } = json as unknown as { responses: { status: number; headers: object }[] };
    expect(responses.map((part) => part.status)).toEqual([200, 200, 429]);
    expect(responses[2]?.headers).toMatchObject({ 'Retry-After': '60', 'RateLimit-Remaining': '0' });
  });

  limited('may be refused by 503', { unitsPerMinute: 2, status: 503 }, async ({ folder, graph }) => {
    await graph(`${folder.url}/children`);
    expect(outcome(await graph(folder.url))).toEqual(throttledFor('60', 503, 'serviceNotAvailable'));
  });

  limited('nothing of a refused call is done', { unitsPerMinute: 1 }, async ({ folder, graph, world }) => {
    await graph(folder.url);
    expect((await graph(folder.at('a.txt', 'content'), { method: 'PUT', body: 'x' })).status).toBe(429);
    world.service.limit(undefined);
    expect((await graph(folder.at('a.txt'))).status).toBe(404);
  });
});

describe('the requests and bytes of a user', () => {
  rule(
    'requests in five minutes, one user not at the cost of another',
    { needs: 'limits' },
    async (context) => {
      const { world } = context;
      world.service.limit({ ...documentedLimits, requestsPerFiveMinutes: 2 });
      for (let i = 0; i < 2; i += 1) await world.graph('/me/drive/root', { user: ada });
      expect(outcome(await world.graph('/me/drive/root', { user: ada }))).toEqual(throttledFor('300'));
      expect((await world.graph('/me/drive/root', { user: pia })).status).toBe(200);
    },
  );

  limited('requests to preauthenticated URLs too', { requestsPerFiveMinutes: 3 }, async (context) => {
    const { bytes, putFile, graph, folder } = context;
    const file = await putFile('a.txt', 'bytes');
    const opened = await graph(folder.at('b.txt', 'createUploadSession'), { body: {} });
    const url = file['@microsoft.graph.downloadUrl'];
    expect((await bytes(url)).text).toBe('bytes');
    expect(outcome(await bytes(url))).toEqual(throttledFor('300'));
    expect(outcome(await bytes(opened.json.uploadUrl))).toEqual(throttledFor('300'));
  });

  limited('bytes up, then 509', { ingressPerHour: 5 }, async ({ folder, graph, world }) => {
    const put = (body: string): Promise<Reply> => {
      const headers = { 'Content-Length': String(body.length) };
      return graph(folder.at('b.txt', 'content'), { method: 'PUT', body, headers });
    };
    expect((await put('12345')).status).toBe(201);
    expect(outcome(await put('x'))).toEqual(throttledFor('3600', 509));
    expect((await graph(folder.url)).status).toBe(200);
    world.clock.now += 60 * MINUTE;
    expect((await put('x')).status).toBe(200);
  });

  limited('bytes down, then 509', { egressPerHour: 5 }, async ({ bytes, putFile }) => {
    const { '@microsoft.graph.downloadUrl': url } = await putFile('a.txt', '12345');
    expect((await bytes(url)).status).toBe(200);
    expect(outcome(await bytes(url))).toEqual(throttledFor('3600', 509));
  });
});

rule('without limits nobody is throttled', { needs: 'limits' }, async ({ folder, graph }) => {
  for (let i = 0; i < 50; i += 1) {
    const { status, headers } = await graph(folder.url);
    expect([status, headers.get('ratelimit-limit')]).toEqual([200, null]);
  }
});
