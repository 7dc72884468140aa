import { describe, expect } from 'vitest';
import { BYTES, type Json, type Reply } from './graph-world';
import { rule, type RuleContext } from './support/target';

type HasId = Pick<Json, 'id'>;

const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];

const createLink = ({ graph }: RuleContext, item: HasId, body: object): Promise<Reply> =>
  graph(`/me/drive/items/${item.id}/createLink`, { body });

async function permissionsOf({ graph }: RuleContext, item: HasId): Promise<readonly Json[]> {
  const { status, json } = await graph(`/me/drive/items/${item.id}/permissions`);
  expect(status).toBe(200);
  return json.value;
}

const item = async ({ graph }: RuleContext, { id }: HasId): Promise<Json> =>
  (await graph(`/me/drive/items/${id}`)).json;

describe('createLink', () => {
  for (const type of ['view', 'edit'] as const) {
    rule(`makes a link to ${type} with 201 and answers the same with 200`, async (context) => {
      const file = await context.putFile('a.txt', 'x');
      const made = await createLink(context, file, { type, scope: 'anonymous' });
      expect(made.status).toBe(201);
      expect(made.json).toMatchObject({
        roles: [type === 'view' ? 'read' : 'write'],
        link: { type, scope: 'anonymous' },
      });
      const again = await createLink(context, file, { type, scope: 'anonymous' });
      expect(again.status).toBe(200);
      expect(again.json.id).toBe(made.json.id);
      expect(again.json.link.webUrl).toBe(made.json.link.webUrl);
    });
  }

  rule('makes another link for another type or scope', async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const urls = await Promise.all(
      [
        { type: 'view', scope: 'anonymous' },
        { type: 'edit', scope: 'anonymous' },
        { type: 'view', scope: 'users' },
      ].map(async (body) => (await createLink(context, file, body)).json.link.webUrl),
    );
    expect(new Set(urls).size).toBe(3);
  });

  rule('without a scope takes the default', async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const { status, json } = await createLink(context, file, { type: 'view' });
    expect(status).toBe(201);
    expect(['anonymous', 'organization', 'users']).toContain(json.link.scope);
  });

  rule('addresses a work link in eight segments', { on: 'own business' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const { webUrl } = (await createLink(context, file, { type: 'view', scope: 'organization' })).json.link;
    expect(webUrl.split('/')).toHaveLength(8);
    expect(new URL(webUrl).pathname).toMatch(/^\/:t:\/g\/personal\/[^/]+\/E[\w-]+$/);
    const folder = await createLink(context, await context.makeFolder('f'), { type: 'view' });
    expect(folder.json.link.webUrl).toContain('/:f:/g/personal/');
  });

  rule('tells by a letter what it leads to', { on: 'own business', needs: 'state' }, async (context) => {
    const letters = { 'a.pdf': 'b', 'a.mp4': 'v', 'a.docx': 'w', 'a.xlsx': 'x', 'a.pptx': 'p', 'a.zip': 'u' };
    for (const [name, letter] of Object.entries({ ...letters, 'a.jpg': 'i' })) {
      const { json } = await createLink(context, await context.putFile(name, 'x'), { type: 'view' });
      expect(json.link.webUrl).toContain(`${BYTES}/:${letter}:/g/`);
    }
  });

  rule('addresses a personal link by the account', { on: 'personal', needs: 'state' }, async (context) => {
    const { folder } = context;
    const { json } = await createLink(context, await context.makeFolder('f'), { type: 'view' });
    expect(json.link.scope).toBe('anonymous');
    expect(json.link.webUrl).toMatch(new RegExp(`^${BYTES}/f/c/${folder.driveId}/E[\\w-]+$`, 'i'));
  });

  rule('embeds from a personal drive', { on: 'personal' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const { status, json } = await createLink(context, file, { type: 'embed' });
    expect(status).toBe(201);
    expect(json.link).toMatchObject({ type: 'embed', webHtml: expect.stringContaining('<iframe') });
  });

  rule('does not embed from a work drive', { on: 'business' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    expect(outcome(await createLink(context, file, { type: 'embed' }))).toEqual([400, 'invalidRequest']);
  });

  rule('knows no organization on a personal drive', { on: 'personal' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const body = { type: 'view', scope: 'organization' };
    expect(outcome(await createLink(context, file, body))).toEqual([400, 'invalidRequest']);
  });

  for (const body of [{ type: 'look' }, { type: 'view', scope: 'everybody' }]) {
    rule(`refuses ${JSON.stringify(body)}`, async (context) => {
      const file = await context.putFile('a.txt', 'x');
      expect(outcome(await createLink(context, file, body))).toEqual([400, 'invalidRequest']);
      expect((await item(context, file)).shared).toBeUndefined();
    });
  }

  rule('needs the right to write', { needs: 'scopes' }, async ({ graph, folder }) => {
    const call = { body: { type: 'view' }, scopes: ['Files.Read'] };
    expect(outcome(await graph(`${folder.url}/createLink`, call))).toEqual([403, 'accessDenied']);
  });
});

describe('permissions', () => {
  rule('of an item that is not shared are the owner’s', { on: 'own' }, async (context) => {
    const permissions = await permissionsOf(context, await context.putFile('a.txt', 'x'));
    expect(permissions.map(({ roles }) => roles)).toEqual([['owner']]);
    expect(permissions[0]!.grantedToV2.user.displayName).toBeTruthy();
  });

  rule('hold links, each to be read by its id', async (context) => {
    const { graph } = context;
    const file = await context.putFile('a.txt', 'x');
    const made = (await createLink(context, file, { type: 'edit', scope: 'anonymous' })).json;
    expect((await permissionsOf(context, file)).map(({ id }) => id)).toContain(made.id);
    const { json } = await graph(`/me/drive/items/${file.id}/permissions/${made.id}`);
    expect(json).toMatchObject({ id: made.id, roles: ['write'], link: made.link });
  });

  rule('are unknown by another id', async ({ graph, folder }) => {
    for (const method of ['GET', 'DELETE']) {
      const reply = await graph(`${folder.url}/permissions/no-such-id`, { method });
      expect(outcome(reply)).toEqual([404, 'itemNotFound']);
    }
  });

  rule(
    'of a folder hold below it, tell on personal drives where from, and are kept there',
    async (context) => {
      const { graph } = context;
      const above = await context.makeFolder('above');
      const file = await context.putFile('above/a.txt', 'x');
      const { id } = (await createLink(context, above, { type: 'view', scope: 'anonymous' })).json;
      const inherited = (await permissionsOf(context, file)).find((each) => each.id === id)!;
      expect(inherited.inheritedFrom?.id).toBe(context.driveType === 'personal' ? above.id : undefined);
      const url = `/me/drive/items/${file.id}/permissions/${id}`;
      expect((await graph(url, { method: 'DELETE' })).status).toBe(400);
      expect((await graph(url, { method: 'PATCH', body: { roles: ['write'] } })).status).toBe(400);
      const kept = (await permissionsOf(context, above)).find((each) => each.id === id)!;
      expect(kept.inheritedFrom).toBeUndefined();
    },
  );

  rule('of links have the role of their type', { needs: 'state' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const { id } = (await createLink(context, file, { type: 'view' })).json;
    const call = { method: 'PATCH', body: { roles: ['write'] } };
    const reply = await context.graph(`/me/drive/items/${file.id}/permissions/${id}`, call);
    expect(outcome(reply)).toEqual([400, 'invalidRequest']);
  });

  rule('of the owner stay', { needs: 'state' }, async (context) => {
    const { graph, folder } = context;
    const [owner] = await permissionsOf(context, { id: folder.id });
    const url = `${folder.url}/permissions/${owner!.id}`;
    expect((await graph(url)).json.roles).toEqual(['owner']);
    expect(outcome(await graph(url, { method: 'DELETE' }))).toEqual([400, 'invalidRequest']);
  });

  rule('are deleted with 204, and their link with them', async (context) => {
    const { graph } = context;
    const file = await context.putFile('a.txt', 'x');
    const first = (await createLink(context, file, { type: 'view', scope: 'anonymous' })).json;
    const url = `/me/drive/items/${file.id}/permissions/${first.id}`;
    expect((await graph(url, { method: 'DELETE' })).status).toBe(204);
    expect((await graph(url)).status).toBe(404);
    const second = await createLink(context, file, { type: 'view', scope: 'anonymous' });
    expect(second.status).toBe(201);
    expect(second.json.link.webUrl).not.toBe(first.link.webUrl);
  });

  rule('come along with an item', async (context) => {
    const { graph } = context;
    const file = await context.putFile('a.txt', 'x');
    const { id } = (await createLink(context, file, { type: 'view', scope: 'anonymous' })).json;
    const { json } = await graph(`/me/drive/items/${file.id}?$expand=permissions`);
    expect(json.permissions.map(({ id: each }) => each)).toContain(id);
    const few = await graph(`/me/drive/items/${file.id}?$select=id&$expand=permissions($select=id)`);
    expect(few.json.permissions).toContainEqual({ id });
  });

  rule('show in the shared facet, the widest first', { needs: 'state' }, async (context) => {
    const { graph } = context;
    const file = await context.putFile('a.txt', 'x');
    expect(file.shared).toBeUndefined();
    const ids: string[] = [];
    for (const scope of ['users', 'anonymous']) {
      ids.unshift((await createLink(context, file, { type: 'view', scope })).json.id);
      expect((await item(context, file)).shared).toMatchObject({ scope });
    }
    for (const [index, id] of ids.entries()) {
      await graph(`/me/drive/items/${file.id}/permissions/${id}`, { method: 'DELETE' });
      expect((await item(context, file)).shared?.scope).toBe(['users', undefined][index]);
    }
  });
});
