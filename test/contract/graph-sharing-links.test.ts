import { describe, expect } from 'vitest';
import { nobody, pia, type Json, type Reply } from './graph-world';
import { rule, type EmulatorRuleContext, type RuleContext } from './support/target';

type HasId = Pick<Json, 'id'>;

const DAY = 86_400_000;
const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];
const at = (item: HasId, rest = ''): string => `/me/drive/items/${item.id}${rest}`;
const date = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
const tomorrow = ({ world }: EmulatorRuleContext): string => date(world.clock.now + DAY);

const createLink = ({ graph }: RuleContext, item: HasId, body: object): Promise<Reply> =>
  graph(at(item, '/createLink'), { body });

const anyone = { type: 'view', scope: 'anonymous' };

describe('a link with a password', () => {
  rule(
    'tells so on a personal drive, and is another than the one without',
    { on: 'personal' },
    async (context) => {
      const file = await context.putFile('a.txt', 'x');
      const open = await createLink(context, file, anyone);
      expect(open.json.hasPassword).toBe(false);
      const closed = await createLink(context, file, { ...anyone, password: 'secret' });
      expect(closed.status).toBe(201);
      expect(closed.json.hasPassword).toBe(true);
      expect(closed.json.link.webUrl).not.toBe(open.json.link.webUrl);
      expect(closed.text).not.toContain('secret');
    },
  );

  rule('is for personal drives only', { on: 'business' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const reply = await createLink(context, file, { ...anyone, password: 'secret' });
    expect(outcome(reply)).toEqual([400, 'invalidRequest']);
    expect((await context.graph(at(file))).json.shared).toBeUndefined();
  });
});

describe('a link that ends', () => {
  rule(
    'tells when, and is another than the one that lasts',
    { on: 'business', needs: 'clock' },
    async (context) => {
      const file = await context.putFile('a.txt', 'x');
      const lasting = await createLink(context, file, anyone);
      expect(lasting.json.expirationDateTime).toBeUndefined();
      const body = { ...anyone, expirationDateTime: tomorrow(context) };
      const ending = await createLink(context, file, body);
      expect(ending.status).toBe(201);
      expect(ending.json.expirationDateTime).toBe(body.expirationDateTime);
      expect((await createLink(context, file, body)).status).toBe(200);
    },
  );

  rule('does not end in the past', { on: 'business', needs: 'clock' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    for (const expirationDateTime of [date(context.world.clock.now - DAY), 'soon']) {
      const reply = await createLink(context, file, { ...anyone, expirationDateTime });
      expect(outcome(reply)).toEqual([400, 'invalidRequest']);
    }
  });

  rule('asks for premium on a personal drive', { on: 'personal', needs: 'clock' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const reply = await createLink(context, file, { ...anyone, expirationDateTime: tomorrow(context) });
    expect(outcome(reply)).toEqual([403, 'accountUpgradeRequired']);
  });

  rule('is given another end where it is for anyone', { on: 'business', needs: 'clock' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const end = (of: Reply, body: object): Promise<Reply> =>
      context.graph(at(file, `/permissions/${of.json.id}`), { method: 'PATCH', body });
    const link = await createLink(context, file, anyone);
    const later = { expirationDateTime: tomorrow(context) };
    expect((await end(link, later)).json).toMatchObject(later);
    expect((await context.graph(at(file, `/permissions/${link.json.id}`))).json).toMatchObject(later);
    const inside = await createLink(context, file, { type: 'view', scope: 'organization' });
    expect(outcome(await end(inside, later))).toEqual([400, 'invalidRequest']);
    expect(outcome(await end(link, {}))).toEqual([400, 'invalidRequest']);
  });
});

describe('a type of link', () => {
  const work = { on: 'business', needs: 'state' } as const;

  for (const [type, role, preventsDownload] of [
    ['review', 'read', false],
    ['blocksDownload', 'read', true],
  ] as const) {
    rule(`for files of work drives is ${type}`, work, async (context) => {
      const { status, json } = await createLink(context, await context.putFile('a.docx', 'x'), { type });
      expect(status).toBe(201);
      expect(json).toMatchObject({ roles: [role], link: { type, preventsDownload } });
      const folder = await context.makeFolder('f');
      expect(outcome(await createLink(context, folder, { type }))).toEqual([400, 'invalidRequest']);
    });
  }

  rule('for folders of work drives is createOnly', work, async (context) => {
    const { status, json } = await createLink(context, await context.makeFolder('f'), { type: 'createOnly' });
    expect(status).toBe(201);
    expect(json).toMatchObject({ roles: ['write'], link: { type: 'createOnly' } });
    const file = await context.putFile('a.txt', 'x');
    expect(outcome(await createLink(context, file, { type: 'createOnly' }))).toEqual([400, 'invalidRequest']);
  });

  rule('is left to the organization', work, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const { status, json } = await createLink(context, file, { type: 'adminDefault' });
    expect(status).toBe(201);
    expect(json.link).toMatchObject({ type: 'view', scope: 'organization' });
    expect(outcome(await createLink(context, file, { type: 'addressBar' }))).toEqual([400, 'notSupported']);
  });

  rule('of an organization is none of a personal drive', { on: 'personal' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    for (const type of ['review', 'blocksDownload', 'createOnly', 'adminDefault', 'addressBar']) {
      expect(outcome(await createLink(context, file, { type }))).toEqual([400, 'invalidRequest']);
    }
  });

  rule('to embed is for files only', { on: 'personal' }, async (context) => {
    const folder = await context.makeFolder('f');
    expect(outcome(await createLink(context, folder, { type: 'embed' }))).toEqual([400, 'invalidRequest']);
  });
});

describe('a link for anyone', () => {
  rule('is made only where the organization allows it', { needs: 'state' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    context.world.service.setPolicy({ anonymousLinks: false });
    const reply = await createLink(context, file, anyone);
    if (context.driveType === 'personal') expect(reply.status).toBe(201);
    else expect(outcome(reply)).toEqual([403, 'accessDenied']);
    expect((await createLink(context, file, { type: 'view', scope: 'users' })).status).toBe(201);
    await context.world.service.reset();
    const root = await context.graph('/me/drive/root:/b.txt:/content', { method: 'PUT', body: 'x' });
    expect((await createLink(context, root.json, anyone)).status).toBe(201);
  });
});

describe('the address of a link', () => {
  rule(
    'opens a page in a browser, without a sign-in, where it is for anyone',
    { needs: 'state' },
    async (context) => {
      const file = await context.putFile('a.txt', 'x');
      const open = await createLink(context, file, anyone);
      const page = await context.bytes(open.json.link.webUrl);
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(page.text).toContain('a.txt');
      const closed = await createLink(context, file, { type: 'view', scope: 'users' });
      expect((await context.bytes(closed.json.link.webUrl)).status).toBe(404);
      await context.graph(at(file, `/permissions/${open.json.id}`), { method: 'DELETE' });
      expect((await context.bytes(open.json.link.webUrl)).status).toBe(404);
    },
  );
});

describe('the bytes behind a link for anyone', () => {
  const addresses = (webUrl: string): string[] => {
    const url = new URL(webUrl);
    const [key, slug] = url.pathname.split('/').toReversed();
    // The second one is made of the address of a work link by clients that want the file, not its page.
    return [`${webUrl}?download=1`, `${url.origin}/personal/${slug}/_layouts/15/download.aspx?share=${key}`];
  };

  rule('come without a sign-in', { needs: 'state' }, async (context) => {
    const file = await context.putFile('a.txt', 'hello');
    const { webUrl } = (await createLink(context, file, anyone)).json.link;
    for (const address of addresses(webUrl)) {
      const { status, text, headers } = await context.bytes(address);
      expect([status, text]).toEqual([200, 'hello']);
      expect(headers.get('content-disposition')).toContain('a.txt');
    }
  });

  rule('do not come by another link', { needs: 'state' }, async (context) => {
    const file = await context.putFile('a.txt', 'hello');
    const { webUrl } = (await createLink(context, file, { type: 'view', scope: 'users' })).json.link;
    for (const address of addresses(webUrl)) {
      const { status, text } = await context.bytes(address);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toContain('hello');
    }
  });
});

describe('a link for certain people', () => {
  const people = { type: 'view', scope: 'users' };
  const emails = (json: Json): string[] => json.grantedToIdentitiesV2.map(({ user }) => user.email);

  rule('names them, and those who come later', { needs: 'users' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const first = await createLink(context, file, { ...people, recipients: [{ email: nobody.upn }] });
    expect(first.status).toBe(201);
    expect(emails(first.json)).toEqual([nobody.upn]);
    const more = await createLink(context, file, { ...people, recipients: [{ email: 'a@b.example' }] });
    expect(more.status).toBe(200);
    expect(more.json.id).toBe(first.json.id);
    expect(emails(more.json)).toHaveLength(2);
  });

  rule('does not name whom nobody knows', { needs: 'users' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    for (const recipients of [[{ objectId: crypto.randomUUID() }], [{ alias: 'stranger' }]]) {
      const reply = await createLink(context, file, { ...people, recipients });
      expect(outcome(reply)).toEqual([400, 'noResolvedUsers']);
    }
    const reply = await createLink(context, file, { ...people, recipients: [{}] });
    expect(outcome(reply)).toEqual([400, 'invalidRequest']);
  });
});

describe('sharing for the first time', () => {
  rule('may leave behind what holds from above', { needs: 'users' }, async (context) => {
    const above = await context.makeFolder('above');
    const file = await context.putFile('above/a.txt', 'x');
    const other = await context.putFile('above/b.txt', 'x');
    await createLink(context, above, anyone);
    const body = { type: 'view', scope: 'users', retainInheritedPermissions: false };
    await createLink(context, file, body);
    const scopes = async (item: Json): Promise<unknown[]> =>
      (await context.graph(at(item, '/permissions'))).json.value.flatMap(({ link }) => link?.scope ?? []);
    expect(await scopes(file)).toEqual(['users']);
    expect(await scopes(other)).toEqual(['anonymous']);
    // Shared already: it keeps what it has.
    await createLink(context, other, { type: 'edit', scope: 'users' });
    await createLink(context, other, body);
    expect(await scopes(other)).toEqual(expect.arrayContaining(['anonymous', 'users', 'users']));
  });

  rule('is not done to the root of a personal drive', { on: 'personal' }, async ({ graph }) => {
    expect(outcome(await graph('/me/drive/root/createLink', { body: anyone }))).toEqual([
      400,
      'invalidRequest',
    ]);
    const body = { recipients: [{ email: pia.upn }], roles: ['read'] };
    expect(outcome(await graph('/me/drive/root/invite', { body }))).toEqual([400, 'invalidRequest']);
  });
});

describe('granting', () => {
  const grant = ({ graph }: RuleContext, item: HasId, id: string, body: object): Promise<Reply> =>
    graph(at(item, `/permissions/${id}/grant`), { body });
  const guests = { recipients: [{ email: 'guest@fabrikam.example' }], roles: ['read'] };

  rule('adds people to a link, which stays', { needs: 'users' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const link = (await createLink(context, file, { type: 'view', scope: 'users' })).json;
    const { status, json } = await grant(context, file, link.id, guests);
    expect(status).toBe(200);
    expect(json.value).toMatchObject([
      { id: link.id, link: link.link, grantedToIdentitiesV2: [{ user: guests.recipients[0] }] },
    ]);
    const byShare = await context.graph(`/shares/${link.shareId}/permission/grant`, { body: guests });
    expect(byShare.json.value).toHaveLength(1);
    expect(byShare.json.value[0]!.grantedToIdentitiesV2).toHaveLength(1);
  });

  rule('wants the role of the link, a link, and somebody', { needs: 'users' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const link = (await createLink(context, file, { type: 'view', scope: 'users' })).json;
    const person = (await context.graph(at(file, '/invite'), { body: guests })).json.value[0]!;
    const refused = [400, 'invalidRequest'];
    expect(outcome(await grant(context, file, link.id, { ...guests, roles: ['write'] }))).toEqual(refused);
    expect(outcome(await grant(context, file, link.id, { roles: ['read'] }))).toEqual(refused);
    expect(outcome(await grant(context, file, person.id, guests))).toEqual(refused);
    expect(outcome(await grant(context, file, 'none', guests))).toEqual([404, 'itemNotFound']);
  });
});

describe('answers with permissions', () => {
  rule('tell that grantedTo is to go', async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const link = await createLink(context, file, { type: 'view' });
    const list = await context.graph(at(file, '/permissions'));
    for (const { headers } of [link, list]) {
      for (const name of ['deprecation', 'sunset']) expect(Date.parse(headers.get(name) ?? '')).not.toBeNaN();
      expect(headers.get('link')).toContain('rel="deprecation"');
    }
  });

  rule('heed the tag of the item', async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const { id } = (await createLink(context, file, { type: 'view', scope: 'anonymous' })).json;
    const url = at(file, `/permissions/${id}`);
    const old = { 'If-Match': '"{00000000-0000-0000-0000-000000000000},1"' };
    const refused = await context.graph(url, { method: 'DELETE', headers: old });
    expect(outcome(refused)).toEqual([412, 'resourceModified']);
    expect((await context.graph(url, { method: 'DELETE', headers: { 'If-Match': file.eTag } })).status).toBe(
      204,
    );
  });
});
