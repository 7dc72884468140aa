import { describe, expect } from 'vitest';
import { blindThumbnailer, nobody, type Json, type Reply } from './graph-world';
import { eventually } from './support/eventually';
import type { CallOptions } from './support/graph-call';
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
const modificationOf = ({ lastModifiedBy, lastModifiedDateTime, fileSystemInfo }: Json): object => ({
  lastModifiedBy,
  lastModifiedDateTime,
  fileSystemInfo,
});
const outcome = ({ status, json }: Reply): unknown => [status, json?.error?.code];
const MINUTE = 60_000;
const LOCKED = [423, 'resourceLocked'];

const act = async ({ graph }: RuleContext, item: Json, action: string, body?: object): Promise<Reply> =>
  graph(`${urlOf(item)}/${action}`, { method: 'POST', ...(body === undefined ? {} : { body }) });

const publication = async ({ graph }: RuleContext, item: Json): Promise<unknown> =>
  (await graph(`${urlOf(item)}?$select=publication`)).json.publication;

const contentOf = async ({ graph, bytes }: RuleContext, item: Json): Promise<string> => {
  const { headers } = await graph(`${urlOf(item)}/content`);
  return (await bytes(headers.get('location')!)).text;
};

/** Draws a picture as the bytes it was stored as. */
const echo: EmulatorRuleOptions['options'] = {
  thumbnailer: {
    ...blindThumbnailer,
    shrink: async (picture) => new Uint8Array(await new Response(picture).arrayBuffer()),
  },
};

type Look = (context: RuleContext, item: Json) => Promise<string>;

/** Sees what a preauthenticated address in an answer leads to. */
const through =
  (path: string, addressIn: (reply: Reply) => string, call?: CallOptions): Look =>
  async ({ graph, bytes }, item) =>
    (await bytes(addressIn(await graph(`${urlOf(item)}${path}`, call)))).text;

const redirected = ({ headers }: Reply): string => headers.get('location')!;
const previewed = ({ json }: Reply): string => json.getUrl;
const post: CallOptions = { method: 'POST' };

/** The ways to a file's bytes. */
const DOORS = {
  'its download URL': through('', ({ json }) => json['@microsoft.graph.downloadUrl']),
  'its content': through('/content', redirected),
  'its content as PDF': through('/content?format=pdf', redirected),
  'its content as JPEG': through('/content?format=jpg&width=9&height=9', redirected),
  'a thumbnail': through('/thumbnails/0/small', ({ json }) => json.url),
  'its preview page': through('/preview', previewed, post),
  'what its preview embeds': through(
    '/preview',
    (reply) => previewed(reply).replace('/embed.aspx', '/embedcontent.aspx'),
    post,
  ),
} satisfies Record<string, Look>;

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

  rule('is told by lists and by delta, where it is selected', onBusiness, async (context) => {
    const { graph, folder, putFile } = context;
    const file = await putFile('a.txt', 'x');
    const delta = '/me/drive/root/delta?token=latest&$select=id,publication';
    const link = (await graph(delta)).json['@odata.deltaLink'] ?? '';
    await act(context, file, 'checkout');
    const listed = (await graph(`${folder.url}/children?$select=id,publication`)).json.value;
    expect(listed).toMatchObject([{ id: file.id, publication: { level: 'checkout' } }]);
    await eventually(async () => {
      const told = (await graph(link)).json.value.find(({ id }: Json) => id === file.id);
      expect(told).toMatchObject({ publication: { level: 'checkout', checkedOutBy: { user: {} } } });
    });
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

describe('what comes after a discarded draft', () => {
  const save = async (context: RuleContext, file: Json, body: string): Promise<Json> =>
    (await context.graph(`${urlOf(file)}/content`, { method: 'PUT', body })).json;

  rule('is drawn anew', { needs: 'state', on: 'business', options: echo }, async (context) => {
    const file = await context.putFile('a.jpg', 'published');
    await act(context, file, 'checkout');
    await save(context, file, 'draft');
    expect(await DOORS['a thumbnail'](context, file)).toBe('draft');
    await act(context, file, 'discardCheckout');
    expect(await DOORS['a thumbnail'](context, file)).toBe('published');
    await save(context, file, 'anew');
    expect(await DOORS['a thumbnail'](context, file)).toBe('anew');
  });

  rule('goes by a tag of its own', onBusiness, async (context) => {
    const { graph, bytes, putFile } = context;
    const second = async (file: Json): Promise<string | null> => {
      const { headers } = await graph(`${urlOf(file)}/versions/2.0/content`);
      return (await bytes(headers.get('location')!)).headers.get('etag');
    };
    const file = await putFile('a.txt', 'published');
    await act(context, file, 'checkout');
    await save(context, file, 'draft');
    const tag = await second(file);
    await act(context, file, 'discardCheckout');
    await save(context, file, 'anew');
    expect(await second(file)).not.toBe(tag);
  });

  rule('has not its time', { needs: 'clock', on: 'business' }, async (context) => {
    const { graph, putFile, world } = context;
    const file = await putFile('a.txt', 'published');
    await act(context, file, 'checkout');
    world.clock.now += MINUTE;
    expect((await save(context, file, 'draft')).fileSystemInfo).not.toEqual(file.fileSystemInfo);
    await act(context, file, 'discardCheckout');
    expect((await graph(urlOf(file))).json).toMatchObject(modificationOf(file));
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

  for (const [door, look] of Object.entries(DOORS)) {
    rule(`no other sees the draft by ${door}`, { ...withOthers, options: echo }, async (context) => {
      const file = await context.putFile(door.endsWith('PDF') ? 'a.md' : 'a.jpg', 'published');
      const text = await context.putFile('a.txt', 'published');
      const meant = door.includes('preview page') ? text : file;
      const other = await asColleague(context);
      const before = (await other.graph(urlOf(meant))).json['@microsoft.graph.downloadUrl'];
      await act(context, meant, 'checkout');
      await context.putFile(meant.name, 'draft');
      expect(await look(context, meant)).toContain('draft');
      expect(await look(other, meant)).toContain('published');
      expect((await other.bytes(before)).text).toBe('published');
    });
  }

  rule('nobody sees the draft by a link for anyone', withOthers, async (context) => {
    const { bytes, graph, putFile } = context;
    const file = await putFile('a.txt', 'published');
    const { link } = (
      await graph(`${urlOf(file)}/createLink`, { body: { type: 'view', scope: 'anonymous' } })
    ).json;
    await act(context, file, 'checkout');
    await putFile('a.txt', 'draft');
    expect((await bytes(`${link.webUrl}?download=1`)).text).toBe('published');
    await act(context, file, 'checkin', {});
    expect((await bytes(`${link.webUrl}?download=1`)).text).toBe('draft');
  });

  rule('no other is told who saved the draft, and when', withOthers, async (context) => {
    const { graph, putFile, world } = context;
    const file = await putFile('a.txt', 'x');
    const other = await asColleague(context);
    await act(other, file, 'checkout');
    world.clock.now += MINUTE;
    const saved = (await other.graph(`${urlOf(file)}/content`, { method: 'PUT', body: 'draft' })).json;
    expect(saved.lastModifiedBy.user.id).toBe(nobody.oid);
    expect((await graph(urlOf(file))).json).toMatchObject(modificationOf(file));
    await act(other, file, 'checkin', {});
    expect((await graph(urlOf(file))).json).toMatchObject(modificationOf(saved));
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
