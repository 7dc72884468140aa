import { describe, expect } from 'vitest';
import { sample, type Reply } from './graph-world';
import { rule, type RuleContext } from './support/target';
import { bytesOutcome, contentOf, expectedRanges, openSession, putRange } from './support/upload-calls';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];

/** Tells the service to take what an upload session holds. */
const commitBy = (
  { graph, folder }: RuleContext,
  address: string,
  sourceUrl: string,
  body: object = {},
): Promise<Reply> =>
  graph(address === '' ? folder.url : folder.at(address), {
    method: 'PUT',
    body: { '@microsoft.graph.sourceUrl': sourceUrl, ...body },
  });

/** A session whose last range has met a name taken meanwhile. */
async function clashed(context: RuleContext, name = 'a.bin') {
  const url = await openSession(context, name, { '@microsoft.graph.conflictBehavior': 'fail' });
  const other = await context.putFile(name, 'other');
  const clash = await putRange(context, url, sample(50), { from: 0, to: 50 });
  return { url, other, clash };
}

describe('an upload whose name was taken meanwhile', () => {
  rule('keeps its bytes and is committed under another name', async (context) => {
    const { url, other, clash } = await clashed(context);
    expect(bytesOutcome(clash)).toEqual([409, 'nameAlreadyExists', undefined]);
    expect(await expectedRanges(context, url)).toEqual([]);
    const renamed = { name: 'a.bin', '@microsoft.graph.conflictBehavior': 'rename' };
    const commit = await commitBy(context, 'a.bin', url, renamed);
    expect([commit.status, commit.json.name, commit.json.size]).toEqual([201, 'a 1.bin', 50]);
    expect(await contentOf(context, other)).toBe('other');
    expect((await context.bytes(url)).status).toBe(404);
  });

  rule('is committed in its folder too, and in place of the other', async (context) => {
    const first = await clashed(context);
    const named = await commitBy(context, '', first.url, { name: 'b.bin' });
    expect([named.status, named.json.name, named.json.size]).toEqual([201, 'b.bin', 50]);
    const second = await clashed(context, 'c.bin');
    const replaced = await commitBy(context, 'c.bin', second.url, {
      '@microsoft.graph.conflictBehavior': 'replace',
    });
    expect([replaced.status, replaced.json.id, replaced.json.size]).toEqual([200, second.other.id, 50]);
  });

  rule('keeps its bytes through a commit that meets a name again', async (context) => {
    const { url } = await clashed(context);
    expect(outcome(await commitBy(context, 'a.bin', url))).toEqual([409, 'nameAlreadyExists']);
    expect(await expectedRanges(context, url)).toEqual([]);
    expect((await commitBy(context, 'free.bin', url)).status).toBe(201);
  });

  rule('honours If-Match, and refuses a bad name or none', async (context) => {
    const { graph, folder } = context;
    const { url } = await clashed(context);
    const stale = await graph(folder.at('a.bin'), {
      method: 'PUT',
      body: { '@microsoft.graph.sourceUrl': url, '@microsoft.graph.conflictBehavior': 'replace' },
      headers: { 'If-Match': '"{00000000-0000-0000-0000-000000000000},1"' },
    });
    expect(outcome(stale)).toEqual([412, 'resourceModified']);
    expect(outcome(await commitBy(context, '', url))).toEqual([400, 'invalidRequest']);
    expect(outcome(await commitBy(context, '', url, { name: 'a*b' }))).toEqual([400, 'invalidRequest']);
  });
});

describe('PUT of an item', () => {
  rule('is refused without a source, and with a session that is not there or not full', async (context) => {
    const { graph, folder } = context;
    const url = await openSession(context, 'a.bin');
    expect((await graph(folder.at('a.bin'), { method: 'PUT', body: { name: 'a.bin' } })).status).toBe(400);
    expect((await commitBy(context, 'a.bin', `${url}x`)).status).toBe(404);
    expect(outcome(await commitBy(context, 'a.bin', url))).toEqual([400, 'invalidRequest']);
  });

  rule('fetches no file from elsewhere', { needs: 'state' }, async (context) => {
    const elsewhere = await commitBy(context, 'a.bin', 'https://example.com/a.bin');
    expect(outcome(elsewhere)).toEqual([501, 'notSupported']);
    expect((await commitBy(context, 'a.bin', 'no address')).status).toBe(501);
    const body = { name: 'a.bin', file: {}, '@microsoft.graph.sourceUrl': 'https://example.com/a.bin' };
    const child = await context.graph(`${context.folder.url}/children`, { body });
    expect(outcome(child)).toEqual([501, 'notSupported']);
  });
});

describe('an upload with deferCommit', () => {
  const deferred = (context: RuleContext): Promise<string> =>
    openSession(context, 'a.bin', {}, { deferCommit: true });
  const post = ({ bytes }: RuleContext, url: string): Promise<Reply> =>
    bytes(url, { method: 'POST', body: '' });

  rule('waits for a POST to its URL', { on: 'business' }, async (context) => {
    const { graph, folder } = context;
    const url = await deferred(context);
    expect(bytesOutcome(await post(context, url))).toEqual([
      400,
      'invalidRequest',
      'uploadSessionIncomplete',
    ]);
    const full = await putRange(context, url, sample(50), { from: 0, to: 50 });
    expect([full.status, full.json.nextExpectedRanges]).toEqual([202, []]);
    expect(await expectedRanges(context, url)).toEqual([]);
    expect((await graph(folder.at('a.bin'))).status).toBe(404);
    expect(outcome(await commitBy(context, 'a.bin', url))).toEqual([400, 'notSupported']);
    expect((await post(context, url)).status).toBe(201);
    expect((await post(context, url)).status).toBe(404);
  });

  rule('waits for a PUT of the item', { on: 'personal' }, async (context) => {
    const url = await deferred(context);
    expect((await commitBy(context, 'a.bin', url)).status).toBe(400);
    expect((await putRange(context, url, sample(50), { from: 0, to: 50 })).status).toBe(202);
    expect(bytesOutcome(await post(context, url))).toEqual([400, 'notSupported', undefined]);
    expect((await commitBy(context, 'a.bin', url)).status).toBe(201);
  });

  rule('takes no more ranges once it is full', async (context) => {
    const url = await deferred(context);
    await putRange(context, url, sample(50), { from: 0, to: 50 });
    const again = await putRange(context, url, sample(50), { from: 0, to: 50 });
    expect(bytesOutcome(again)).toEqual([416, 'invalidRange', 'fragmentOverlap']);
  });

  rule('expires with its bytes', { needs: 'clock' }, async (context) => {
    const { clock } = context.world;
    const url = await deferred(context);
    await putRange(context, url, sample(50), { from: 0, to: 50 });
    clock.now += context.driveType === 'business' ? 15 * MINUTE + 1 : WEEK + 1;
    expect((await post(context, url)).status).toBe(404);
    expect((await commitBy(context, 'a.bin', url)).status).toBe(404);
  });
});
