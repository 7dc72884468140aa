import { describe, expect } from 'vitest';
import { rule, type EmulatorRuleContext, type RuleContext } from './support/target';

const DAY = 86_400_000;

const views = async ({ graph, folder }: RuleContext, path: string, span = 'allTime') => {
  const { status, json } = await graph(folder.at(path, `analytics/${span}`));
  expect(status).toBe(200);
  return json.access;
};

/** Somebody reads the bytes. */
const read = async ({ graph, bytes, folder }: EmulatorRuleContext, path: string, headers = {}) => {
  const { json } = await graph(folder.at(path));
  expect((await bytes(json['@microsoft.graph.downloadUrl'], { headers })).status).toBeLessThan(300);
};

describe('analytics', () => {
  rule('counts a file that nobody has opened not at all', { on: 'business' }, async (context) => {
    await context.putFile('a.txt', 'x');
    await context.graph(context.folder.at('a.txt'));
    expect(await views(context, 'a.txt')).toBeUndefined();
  });

  rule(
    'counts who reads the bytes, once for all parts of them',
    { on: 'business', needs: 'clock' },
    async (context) => {
      await context.putFile('a.txt', 'hello');
      await read(context, 'a.txt', { Range: 'bytes=0-1' });
      await read(context, 'a.txt', { Range: 'bytes=2-4' });
      expect(await views(context, 'a.txt')).toEqual({ actionCount: 1, actorCount: 1 });
      await read(context, 'a.txt');
      expect(await views(context, 'a.txt')).toEqual({ actionCount: 2, actorCount: 1 });
    },
  );

  rule('counts what somebody sees in a preview', { on: 'business', needs: 'clock' }, async (context) => {
    await context.putFile('a.txt', 'hello');
    const { json } = await context.graph(context.folder.at('a.txt', 'preview'), { body: {} });
    await context.bytes(json.getUrl);
    expect(await views(context, 'a.txt')).toEqual({ actionCount: 1, actorCount: 1 });
  });

  rule(
    'tells of the last seven days apart, and of a folder by what is in it',
    { on: 'business', needs: 'clock' },
    async (context) => {
      const { makeFolder, putFile, world } = context;
      await makeFolder('outer');
      await putFile('outer/a.txt', 'hello');
      await read(context, 'outer/a.txt');
      world.clock.now += 9 * DAY;
      expect(await views(context, 'outer/a.txt', 'lastSevenDays')).toBeUndefined();
      await read(context, 'outer/a.txt');
      expect(await views(context, 'outer/a.txt', 'lastSevenDays')).toEqual({ actionCount: 1, actorCount: 1 });
      expect(await views(context, 'outer')).toEqual({ actionCount: 2, actorCount: 1 });
    },
  );

  rule('is not for personal drives', { on: 'personal' }, async ({ graph, folder, putFile }) => {
    await putFile('a.txt', 'x');
    const { status, json } = await graph(folder.at('a.txt', 'analytics/allTime'));
    expect([status, json.error.code]).toEqual([400, 'notSupported']);
  });
});
