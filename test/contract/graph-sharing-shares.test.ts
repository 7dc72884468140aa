import { describe, expect } from 'vitest';
import { ada, nobody, pia, type Reply } from './graph-world';
import { rule, type EmulatorRuleContext, type RuleContext } from './support/target';

const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];

const shareId = (url: string): string =>
  `u!${btoa(url).replaceAll('=', '').replaceAll('/', '_').replaceAll('+', '-')}`;

/** A new file with a link to view it: the address of the share. */
async function share({ graph, putFile }: RuleContext, scope: string) {
  const file = await putFile('a.txt', 'x');
  const body = { type: 'view', scope };
  const { json } = await graph(`/me/drive/items/${file.id}/createLink`, { body });
  return { file, webUrl: json.link.webUrl, permission: json.id };
}

describe('shares', () => {
  rule('lead the owner to the item, by either name', async (context) => {
    const { file, webUrl } = await share(context, 'anonymous');
    for (const name of ['driveItem', 'root']) {
      const { status, json } = await context.graph(`/shares/${shareId(webUrl)}/${name}`);
      expect(status).toBe(200);
      expect(json).toMatchObject({ id: file.id, parentReference: { driveId: context.folder.driveId } });
    }
  });

  rule('tell name and owner', async (context) => {
    const { webUrl } = await share(context, 'anonymous');
    const { status, json } = await context.graph(`/shares/${shareId(webUrl)}`);
    expect(status).toBe(200);
    expect(json.name).toBe('a.txt');
  });

  rule('open an anonymous link to another account, bytes included', { needs: 'users' }, async (context) => {
    const { file, webUrl } = await share(context, 'anonymous');
    const user = context.driveType === 'personal' ? ada : pia;
    const { status, json } = await context.graph(`/shares/${shareId(webUrl)}/driveItem`, { user });
    expect(status).toBe(200);
    expect(json).toMatchObject({ id: file.id, parentReference: { driveId: context.folder.driveId } });
    expect((await context.bytes(json['@microsoft.graph.downloadUrl'])).text).toBe('x');
  });

  rule('keep an organization’s link inside it', { on: 'business', needs: 'users' }, async (context) => {
    const { webUrl } = await share(context, 'organization');
    const open = (user: typeof ada) => context.graph(`/shares/${shareId(webUrl)}/driveItem`, { user });
    expect((await open(nobody)).status).toBe(200);
    expect(outcome(await open(pia))).toEqual([403, 'accessDenied']);
  });

  rule('keep a link for certain people from others', { needs: 'users' }, async (context) => {
    const { webUrl } = await share(context, 'users');
    const reply = await context.graph(`/shares/${shareId(webUrl)}/driveItem`, { user: nobody });
    expect(outcome(reply)).toEqual([403, 'accessDenied']);
  });

  rule('end with their permission', async (context) => {
    const { file, webUrl, permission } = await share(context, 'anonymous');
    await context.graph(`/me/drive/items/${file.id}/permissions/${permission}`, { method: 'DELETE' });
    const reply = await context.graph(`/shares/${shareId(webUrl)}/driveItem`);
    expect(outcome(reply)).toEqual([404, 'itemNotFound']);
  });

  rule('that nobody made are not found', { needs: 'state' }, async ({ graph }) => {
    for (const id of [shareId('https://contoso.example/:t:/g/personal/x/Eabc'), 'u!!!', 's!abc']) {
      expect(outcome(await graph(`/shares/${id}/driveItem`))).toEqual([404, 'itemNotFound']);
    }
  });

  rule('need Files.ReadWrite', { needs: 'scopes' }, async (context) => {
    const { webUrl } = await share(context, 'anonymous');
    const reply = await context.graph(`/shares/${shareId(webUrl)}/driveItem`, { scopes: ['Files.Read'] });
    expect(outcome(reply)).toEqual([403, 'accessDenied']);
  });
});

describe('what is shared', () => {
  rule('is read with all that an item has', async (context) => {
    const { graph } = context;
    const folder = await context.makeFolder('f');
    const file = await context.putFile('f/a.txt', 'x');
    const body = { type: 'view', scope: 'anonymous' };
    const { webUrl } = (await graph(`/me/drive/items/${folder.id}/createLink`, { body })).json.link;
    const at = (path: string): Promise<Reply> => graph(`/shares/${shareId(webUrl)}/${path}`);
    expect((await at('driveItem/children')).json.value.map(({ id }) => id)).toEqual([file.id]);
    expect((await at('driveItem?$expand=children')).json.children.map(({ id }) => id)).toEqual([file.id]);
    expect((await at('driveItem:/a.txt')).json.id).toBe(file.id);
    expect((await at(`items/${file.id}`)).json.id).toBe(file.id);
    expect((await at('root:/a.txt:/content')).status).toBe(302);
    expect(outcome(await at(`items/${context.folder.id}`))).toEqual([404, 'itemNotFound']);
    expect(outcome(await at('items'))).toEqual([400, 'notSupported']);
  });

  rule('comes along with its share', async (context) => {
    const { file, webUrl } = await share(context, 'anonymous');
    const { json } = await context.graph(`/shares/${shareId(webUrl)}?$expand=driveItem`);
    expect(json.driveItem.id).toBe(file.id);
  });

  rule('has a link that tells of itself', async (context) => {
    const { webUrl, permission } = await share(context, 'anonymous');
    const { json } = await context.graph(`/shares/${shareId(webUrl)}/permission`);
    expect(json).toMatchObject({ id: permission, link: { webUrl } });
  });

  rule('has a share id of its own', async (context) => {
    const { file, permission } = await share(context, 'anonymous');
    const { json } = await context.graph(`/me/drive/items/${file.id}/permissions/${permission}`);
    expect(json.shareId).toMatch(context.driveType === 'personal' ? /^s!/ : /^u!/);
    expect((await context.graph(`/shares/${json.shareId}/driveItem`)).json.id).toBe(file.id);
  });

  rule('is found by the address of the item itself', async (context) => {
    const file = await context.putFile('a b.txt', 'x');
    const { json } = await context.graph(`/shares/${shareId(file.webUrl)}/driveItem`);
    expect(json.id).toBe(file.id);
    expect((await context.graph(`/shares/${shareId(file.webUrl)}/permission`)).status).toBe(404);
  });

  rule('is not found by that address by others', { needs: 'users' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const reply = await context.graph(`/shares/${shareId(file.webUrl)}/driveItem`, { user: nobody });
    expect(outcome(reply)).toEqual([403, 'accessDenied']);
  });
});

describe('a link for another account', () => {
  const stranger = ({ driveType }: RuleContext) => (driveType === 'personal' ? ada : pia);
  const open = ({ graph }: EmulatorRuleContext, webUrl: string, user = nobody, rest = {}): Promise<Reply> =>
    graph(`/shares/${shareId(webUrl)}/driveItem`, { user, ...rest });

  rule('opens for those whom it names', { needs: 'users' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const recipients = [{ email: nobody.upn }];
    const body = { type: 'view', scope: 'users', recipients };
    const { webUrl } = (await context.graph(`/me/drive/items/${file.id}/createLink`, { body })).json.link;
    expect((await open(context, webUrl)).json.id).toBe(file.id);
    expect(outcome(await open(context, webUrl, stranger(context)))).toEqual([403, 'accessDenied']);
  });

  rule(
    'no longer opens when it has ended, except for the owner',
    { on: 'business', needs: 'clock' },
    async (context) => {
      const file = await context.putFile('a.txt', 'x');
      const { clock } = context.world;
      const expirationDateTime = new Date(clock.now + 1000).toISOString();
      const body = { type: 'view', scope: 'anonymous', expirationDateTime };
      const { webUrl } = (await context.graph(`/me/drive/items/${file.id}/createLink`, { body })).json.link;
      expect((await open(context, webUrl)).status).toBe(200);
      clock.now += 1000;
      expect(outcome(await open(context, webUrl))).toEqual([403, 'accessDenied']);
      expect((await open(context, webUrl, ada)).status).toBe(200);
    },
  );

  rule(
    'does not open without its password, which nobody can tell',
    { on: 'personal', needs: 'users' },
    async (context) => {
      const file = await context.putFile('a.txt', 'x');
      const body = { type: 'view', scope: 'anonymous', password: 'secret' };
      const { webUrl } = (await context.graph(`/me/drive/items/${file.id}/createLink`, { body })).json.link;
      expect(outcome(await open(context, webUrl))).toEqual([403, 'accessDenied']);
    },
  );

  rule('lets write only if it is one to edit', { needs: 'users' }, async (context) => {
    const folder = await context.makeFolder('f');
    const put = async (type: string): Promise<number> => {
      const body = { type, scope: 'anonymous' };
      const { webUrl } = (await context.graph(`/me/drive/items/${folder.id}/createLink`, { body })).json.link;
      const url = `/shares/${shareId(webUrl)}/driveItem:/new.txt:/content`;
      return (await context.graph(url, { method: 'PUT', body: 'x', user: stranger(context) })).status;
    };
    expect(await put('view')).toBe(403);
    expect(await put('edit')).toBe(201);
  });

  rule('lets search and move in what it opens, and nowhere else', { needs: 'users' }, async (context) => {
    const { graph } = context;
    const folder = await context.makeFolder('f');
    const file = await context.putFile('f/needle.txt', 'x');
    const below = await context.makeFolder('f/below');
    await context.putFile('needle outside.txt', 'x');
    const body = { type: 'edit', scope: 'anonymous' };
    const { webUrl } = (await graph(`/me/drive/items/${folder.id}/createLink`, { body })).json.link;
    const user = stranger(context);
    const root = `/shares/${shareId(webUrl)}`;
    const found = await graph(`${root}/driveItem/search(q='needle')`, { user });
    expect(found.json.value.map(({ id }) => id)).toEqual([file.id]);
    const move = (id: string): Promise<Reply> =>
      graph(`${root}/items/${file.id}`, { user, method: 'PATCH', body: { parentReference: { id } } });
    expect(outcome(await move(context.folder.id))).toEqual([404, 'itemNotFound']);
    expect((await move(below.id)).json.parentReference.id).toBe(below.id);
    expect(outcome(await graph(`/drives/${context.folder.driveId}/items/${file.id}`, { user }))).toEqual([
      403,
      'accessDenied',
    ]);
  });

  rule('is redeemed where that is preferred', { needs: 'users' }, async (context) => {
    const { file, webUrl, permission } = await share(context, 'anonymous');
    const redeemed = async (): Promise<unknown> => {
      const { json } = await context.graph(`/me/drive/items/${file.id}/permissions/${permission}`);
      return json.grantedToIdentitiesV2?.map(({ user }) => user.email);
    };
    const prefer = (Prefer: string): Promise<Reply> => open(context, webUrl, nobody, { headers: { Prefer } });
    const peek = await prefer('redeemSharingLinkIfNecessary');
    expect(peek.headers.get('preference-applied')).toBe('redeemSharingLinkIfNecessary');
    expect(await redeemed()).toBeUndefined();
    const lasting = await prefer('redeemSharingLink');
    expect(lasting.headers.get('preference-applied')).toBe('redeemSharingLink');
    expect(await redeemed()).toEqual([nobody.upn]);
    expect((await open(context, webUrl)).headers.get('preference-applied')).toBeNull();
  });

  rule(
    'to add files or to look without them shows nothing here',
    { on: 'business', needs: 'users' },
    async (context) => {
      const items = {
        createOnly: await context.makeFolder('f'),
        blocksDownload: await context.putFile('a.txt', 'x'),
      };
      for (const [type, item] of Object.entries(items)) {
        const body = { type, scope: 'anonymous' };
        const { webUrl } = (await context.graph(`/me/drive/items/${item.id}/createLink`, { body })).json.link;
        expect(outcome(await open(context, webUrl))).toEqual([403, 'accessDenied']);
      }
    },
  );
});

describe('lasting access', () => {
  const guest = { user: nobody, scopes: ['Files.Read.All', 'Files.ReadWrite'] };

  rule('ends with its link', { on: 'business', needs: 'clock' }, async (context) => {
    const { graph, world } = context;
    const file = await context.putFile('a.txt', 'x');
    const expirationDateTime = new Date(world.clock.now + 1000).toISOString();
    const body = { type: 'view', scope: 'anonymous', expirationDateTime };
    const { webUrl } = (await graph(`/me/drive/items/${file.id}/createLink`, { body })).json.link;
    const redeem = { ...guest, headers: { Prefer: 'redeemSharingLink' } };
    await graph(`/shares/${shareId(webUrl)}/driveItem`, redeem);
    const read = (): Promise<Reply> => graph(`/drives/${context.folder.driveId}/items/${file.id}`, guest);
    expect((await read()).status).toBe(200);
    world.clock.now += 1000;
    expect(outcome(await read())).toEqual([403, 'accessDenied']);
  });

  rule('does not reach what was shared without it', { needs: 'users' }, async (context) => {
    const { graph } = context;
    const above = await context.makeFolder('above');
    const file = await context.putFile('above/a.txt', 'x');
    const body = { recipients: [{ email: nobody.upn }], roles: ['read'] };
    await graph(`/me/drive/items/${above.id}/invite`, { body });
    const read = (): Promise<Reply> => graph(`/drives/${context.folder.driveId}/items/${file.id}`, guest);
    expect((await read()).status).toBe(200);
    const apart = { type: 'view', scope: 'users', retainInheritedPermissions: false };
    await graph(`/me/drive/items/${file.id}/createLink`, { body: apart });
    expect(outcome(await read())).toEqual([404, 'itemNotFound']);
  });

  rule('opens what has the address of an item', { needs: 'users' }, async (context) => {
    const { graph } = context;
    for (const name of ['a b.txt', 'a.docx']) {
      const file = await context.putFile(name, 'x');
      const ask = (): Promise<Reply> => graph(`/shares/${shareId(file.webUrl)}/driveItem`, guest);
      expect(outcome(await ask())).toEqual([403, 'accessDenied']);
      const body = { recipients: [{ email: nobody.upn }], roles: ['read'] };
      await graph(`/me/drive/items/${file.id}/invite`, { body });
      expect((await ask()).json.id).toBe(file.id);
    }
  });
});

describe('permissions', () => {
  rule('of others are not told', { needs: 'users', on: 'own' }, async (context) => {
    const { graph, folder } = context;
    const body = {
      recipients: [{ email: nobody.upn }, { email: 'guest@fabrikam.example' }],
      roles: ['read'],
    };
    const [own, others] = (await graph(`${folder.url}/invite`, { body })).json.value;
    const url = `/drives/${folder.driveId}/items/${folder.id}`;
    const guest = { user: nobody, scopes: ['Files.Read.All'] };
    expect((await graph(`${url}/permissions`, guest)).json.value.map(({ id }) => id)).toEqual([own!.id]);
    expect((await graph(`${url}?$expand=permissions`, guest)).json.permissions).toHaveLength(1);
    expect((await graph(`${url}/permissions/${own!.id}`, guest)).status).toBe(200);
    expect(outcome(await graph(`${url}/permissions/${others!.id}`, guest))).toEqual([404, 'itemNotFound']);
    expect((await graph(`${url}/permissions`)).json.value).toHaveLength(3);
    await graph('/me/drive/special/documents/children', { body: { name: 'f', folder: {} } });
    const special = (call: object): Promise<Reply> => graph(`/drives/${folder.driveId}/special`, call);
    expect((await special({})).json.value).toHaveLength(1);
    expect((await special(guest)).json.value).toEqual([]);
  });
});
