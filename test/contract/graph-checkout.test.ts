import { describe, expect } from 'vitest';
import { nobody, type Json, type Reply } from './graph-world';
import {
  rule,
  type EmulatorRuleContext,
  type EmulatorRuleOptions,
  type RuleContext,
  type RuleOptions,
} from './support/target';

const onBusiness: RuleOptions = { on: 'business' };
const withOthers: EmulatorRuleOptions = { needs: 'users', on: 'business' };

const urlOf = ({ id, parentReference }: Json): string => `/drives/${parentReference.driveId}/items/${id}`;
const outcome = ({ status, json }: Reply): unknown => [status, json?.error?.code];
const LOCKED = [423, 'resourceLocked'];

const act = async ({ graph }: RuleContext, item: Json, action: string, body?: object): Promise<Reply> =>
  graph(`${urlOf(item)}/${action}`, { method: 'POST', ...(body === undefined ? {} : { body }) });

const publication = async ({ graph }: RuleContext, item: Json): Promise<unknown> =>
  (await graph(`${urlOf(item)}?$select=publication`)).json.publication;

const contentOf = async ({ graph, bytes }: RuleContext, item: Json): Promise<string> => {
  const { headers } = await graph(`${urlOf(item)}/content`);
  return (await bytes(headers.get('location')!)).text;
};

/** The same rule's world as a colleague who may write in the folder sees it. */
async function asColleague(context: EmulatorRuleContext): Promise<EmulatorRuleContext> {
  const { graph, folder, world } = context;
  const invitation = { recipients: [{ email: nobody.upn }], roles: ['write'] };
  expect((await graph(`${folder.url}/invite`, { body: invitation })).status).toBe(200);
  const scopes = ['Files.ReadWrite.All'];
  return { ...context, graph: (path, call = {}) => world.graph(path, { user: nobody, scopes, ...call }) };
}

describe('checking out', () => {
  rule('is told where it is selected, until the file is checked in', onBusiness, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    expect(await publication(context, file)).toEqual({ level: 'published', versionId: '1.0' });
    expect((await act(context, file, 'checkout')).status).toBe(204);
    expect(await publication(context, file)).toMatchObject({
      level: 'checkout',
      versionId: '1.0',
      checkedOutBy: { user: {} },
    });
    expect((await context.graph(urlOf(file))).json).not.toHaveProperty('publication');
    const comment = { comment: 'done', checkInAs: 'published' };
    expect((await act(context, file, 'checkin', comment)).status).toBe(204);
    expect(await publication(context, file)).toEqual({ level: 'published', versionId: '1.0' });
  });

  rule('is refused a second time', onBusiness, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    await act(context, file, 'checkout');
    expect(outcome(await act(context, file, 'checkout'))).toEqual(LOCKED);
  });

  rule('is for files, and for such as are there', onBusiness, async (context) => {
    const folder = await context.makeFolder('f');
    expect(outcome(await act(context, folder, 'checkout'))).toEqual([400, 'invalidRequest']);
    expect((await context.graph(context.folder.at('none', 'checkout'), { method: 'POST' })).status).toBe(404);
  });

  rule('is not for personal drives', { on: 'personal' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    for (const action of ['checkout', 'checkin', 'discardCheckout']) {
      expect(outcome(await act(context, file, action))).toEqual([400, 'notSupported']);
    }
  });
});

describe('checking in', () => {
  rule('makes one version of all that was saved meanwhile', onBusiness, async (context) => {
    const { graph, putFile } = context;
    const file = await putFile('a.txt', 'published');
    await act(context, file, 'checkout');
    const drafts = [await putFile('a.txt', 'draft'), await putFile('a.txt', 'a longer draft')];
    expect(new Set([file, ...drafts].map(({ cTag }) => cTag)).size).toBe(3);
    await act(context, file, 'checkin', { comment: '' });
    const { value } = (await graph(`${urlOf(file)}/versions`)).json;
    expect(value).toMatchObject([
      { id: '2.0', size: 14 },
      { id: '1.0', size: 9 },
    ]);
    expect(await contentOf(context, file)).toBe('a longer draft');
  });

  rule('is refused where nothing is checked out, and in no other state', onBusiness, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    expect(outcome(await act(context, file, 'checkin', {}))).toEqual([400, 'invalidRequest']);
    await act(context, file, 'checkout');
    expect(outcome(await act(context, file, 'checkin', { checkInAs: 'draft' }))).toEqual([
      400,
      'invalidRequest',
    ]);
  });
});

describe('discarding a check-out', () => {
  rule('brings the content back, and its versions', onBusiness, async (context) => {
    const { graph, putFile } = context;
    const file = await putFile('a.txt', 'published');
    await act(context, file, 'checkout');
    const draft = await putFile('a.txt', 'draft');
    expect((await act(context, file, 'discardCheckout')).status).toBe(204);
    expect(await contentOf(context, file)).toBe('published');
    const { json } = await graph(urlOf(file));
    expect(json).toMatchObject({ size: 9, file: file.file });
    expect([file.cTag, draft.cTag]).not.toContain((await putFile('a.txt', 'anew')).cTag);
    expect((await graph(`${urlOf(file)}/versions`)).json.value.map(({ id }) => id)).toEqual(['2.0', '1.0']);
  });

  rule('is refused where nothing is checked out', onBusiness, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    expect(outcome(await act(context, file, 'discardCheckout'))).toEqual([400, 'invalidRequest']);
  });
});

describe('a version', () => {
  rule('tells, where it is selected, whether it is a draft', onBusiness, async (context) => {
    const { graph, putFile } = context;
    const file = await putFile('a.txt', 'published');
    await act(context, file, 'checkout');
    await putFile('a.txt', 'draft');
    const { value } = (await graph(`${urlOf(file)}/versions?$select=id,publication`)).json;
    expect(value).toEqual([
      { id: '2.0', publication: { level: 'checkout', versionId: '2.0' } },
      { id: '1.0', publication: { level: 'published', versionId: '1.0' } },
    ]);
    expect((await graph(`${urlOf(file)}/versions/1.0`, { method: 'DELETE' })).status).toBe(400);
  });
});

describe('while a file is checked out', () => {
  rule('others see what was published last', withOthers, async (context) => {
    const { putFile } = context;
    const file = await putFile('a.txt', 'published');
    const other = await asColleague(context);
    await act(context, file, 'checkout');
    await putFile('a.txt', 'a draft of mine');
    const seen = (await other.graph(urlOf(file))).json;
    expect(seen).toMatchObject({ size: 9, cTag: file.cTag, file: file.file });
    expect((await other.bytes(seen['@microsoft.graph.downloadUrl'])).text).toBe('published');
    expect(await contentOf(other, file)).toBe('published');
    expect((await other.graph(`${urlOf(file)}/versions`)).json.value.map(({ id }) => id)).toEqual(['1.0']);
    expect(await publication(other, file)).toMatchObject({ level: 'published', versionId: '1.0' });
    expect((await context.graph(urlOf(file))).json.size).toBe(15);
    await act(context, file, 'checkin', {});
    expect((await other.graph(urlOf(file))).json.size).toBe(15);
  });

  rule('others can do nothing to it', withOthers, async (context) => {
    const { folder, makeFolder, putFile } = context;
    const outer = await makeFolder('outer');
    const file = await putFile('outer/a.txt', 'x');
    await putFile('outer/a.txt', 'y');
    const other = await asColleague(context);
    await act(context, file, 'checkout');
    const refused: readonly (readonly [string, string, object?])[] = [
      ['PATCH', urlOf(file), { name: 'b.txt' }],
      ['DELETE', urlOf(file)],
      ['DELETE', urlOf(outer)],
      ['PUT', `${urlOf(file)}/content`],
      ['POST', `${urlOf(file)}/createUploadSession`, {}],
      ['POST', `${urlOf(file)}/versions/1.0/restoreVersion`],
      ['DELETE', `${urlOf(file)}/versions/1.0`],
      ['POST', `${urlOf(file)}/checkout`],
      ['POST', `${urlOf(file)}/checkin`, {}],
      ['POST', `${urlOf(file)}/discardCheckout`],
    ];
    for (const [method, url, body] of refused) {
      expect([method, url, outcome(await other.graph(url, { method, ...(body && { body }) }))]).toEqual([
        method,
        url,
        LOCKED,
      ]);
    }
    expect((await context.graph(folder.at('outer/a.txt'))).json.id).toBe(file.id);
  });

  rule('others cannot put something else in its place', withOthers, async (context) => {
    const { putFile } = context;
    const [file, rival] = [await putFile('a.txt', 'x'), await putFile('b.txt', 'y')];
    const other = await asColleague(context);
    await act(context, file, 'checkout');
    const body = { name: 'a.txt', '@microsoft.graph.conflictBehavior': 'replace' };
    expect(outcome(await other.graph(urlOf(rival), { method: 'PATCH', body }))).toEqual(LOCKED);
    const query = '?@microsoft.graph.conflictBehavior=replace';
    const accepted = await other.graph(`${urlOf(rival)}/copy${query}`, { body: { name: 'a.txt' } });
    const monitor = accepted.headers.get('location')!;
    await other.bytes(monitor);
    expect((await other.bytes(monitor)).json).toMatchObject({
      status: 'failed',
      error: { code: 'resourceLocked' },
    });
    expect(await contentOf(context, file)).toBe('x');
  });

  rule('whoever has it may rename and delete it', onBusiness, async (context) => {
    const { graph, putFile } = context;
    const file = await putFile('a.txt', 'x');
    await act(context, file, 'checkout');
    expect((await graph(urlOf(file), { method: 'PATCH', body: { name: 'b.txt' } })).status).toBe(200);
    expect((await graph(urlOf(file), { method: 'DELETE' })).status).toBe(204);
  });
});
