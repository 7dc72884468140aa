import { describe, expect } from 'vitest';
import { sample, type Reply } from './graph-world';
import { rule, type RuleContext } from './support/target';
import { bytesOutcome, contentOf, createSession, openSession, putRange, UNIT } from './support/upload-calls';

const MINUTE = 60_000;
const GIB = 1024 ** 3;

const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];
const told = (behavior: string): object => ({ '@microsoft.graph.conflictBehavior': behavior });

describe('the name of an open upload session', () => {
  rule(
    'is taken for other sessions, also for those that would replace',
    { on: 'business' },
    async (context) => {
      const url = await openSession(context, 'a.bin');
      for (const behavior of ['replace', 'fail']) {
        const { status, json } = await createSession(context, 'A.bin', told(behavior));
        expect([status, json.error.code]).toEqual([409, 'nameAlreadyExists']);
        expect(json.error.message).toContain('currently being uploaded');
      }
      expect((await createSession(context, 'a.bin', told('rename'))).status).toBe(200);
      expect((await createSession(context, 'b.bin')).status).toBe(200);
      await context.bytes(url, { method: 'DELETE' });
      expect((await createSession(context, 'a.bin')).status).toBe(200);
    },
  );

  rule('is that of the file it replaces, wherever that has gone', { on: 'business' }, async (context) => {
    const { graph, putFile } = context;
    const { id } = await putFile('a.bin', 'old');
    const open = (): Promise<Reply> => graph(`/me/drive/items/${id}/createUploadSession`, { body: {} });
    const { json } = await open();
    await graph(`/me/drive/items/${id}`, { method: 'PATCH', body: { name: 'b.bin' } });
    const second = await open();
    expect(outcome(second)).toEqual([409, 'nameAlreadyExists']);
    expect(second.json.error.message).toContain('already exists for this file');
    const done = await putRange(context, json.uploadUrl, sample(10), { from: 0, to: 10 });
    expect([done.status, done.json.name]).toEqual([200, 'b.bin']);
    expect((await open()).status).toBe(200);
  });

  rule('is free again once the session has expired', { on: 'business', needs: 'clock' }, async (context) => {
    await openSession(context, 'a.bin');
    context.world.clock.now += 15 * MINUTE + 1;
    expect((await createSession(context, 'a.bin')).status).toBe(200);
  });

  rule('may be taken by as many sessions as one likes', { on: 'personal' }, async (context) => {
    await openSession(context, 'a.bin');
    expect((await createSession(context, 'a.bin')).status).toBe(200);
  });
});

describe('If-Match of an upload session', () => {
  const open = ({ graph, folder }: RuleContext, ifMatch: string): Promise<Reply> =>
    graph(folder.at('a.bin', 'createUploadSession'), { body: {}, headers: { 'If-Match': ifMatch } });

  rule('is looked at when it is opened', async (context) => {
    const { eTag } = await context.putFile('a.bin', 'old');
    await context.putFile('a.bin', 'newer');
    expect(outcome(await open(context, eTag))).toEqual([412, 'resourceModified']);
  });

  rule('is looked at again when it ends', async (context) => {
    const item = await context.putFile('a.bin', 'old');
    const { json } = await open(context, item.eTag);
    await context.putFile('a.bin', 'newer');
    const late = await putRange(context, json.uploadUrl, sample(10), { from: 0, to: 10 });
    expect(bytesOutcome(late)).toEqual([412, 'resourceModified', 'entityTagDoesNotMatch']);
    expect(await contentOf(context, item)).toBe('newer');
  });
});

describe('bytes of unfinished uploads', () => {
  const used = async ({ graph }: RuleContext): Promise<number> => (await graph('/me/drive')).json.quota.used;

  rule('count as used until the session ends', { needs: 'whole drive' }, async (context) => {
    const before = await used(context);
    const url = await openSession(context, 'a.bin');
    await putRange(context, url, sample(2 * UNIT), { from: 0, to: UNIT });
    expect(await used(context)).toBe(before + UNIT);
    await context.bytes(url, { method: 'DELETE' });
    expect(await used(context)).toBe(before);
  });

  rule('must have room', { on: 'personal', needs: 'whole drive' }, async (context) => {
    const total = 5 * GIB;
    expect(outcome(await createSession(context, 'b.bin', { fileSize: total + 1 }))).toEqual([
      507,
      'quotaLimitReached',
    ]);
    const held = await openSession(context, 'a.bin');
    await putRange(context, held, sample(2 * UNIT), { from: 0, to: UNIT });
    expect((await createSession(context, 'b.bin', { fileSize: total })).status).toBe(507);
    expect((await createSession(context, 'b.bin', { fileSize: total - UNIT })).status).toBe(200);
  });
});
