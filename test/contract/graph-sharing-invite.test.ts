import { describe, expect } from 'vitest';
import { bob, nobody, team, type Json, type Reply } from './graph-world';
import { rule, type RuleContext } from './support/target';

const GUEST = 'guest@fabrikam.example';
const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];

/** To people of examples, and to no real mailbox: whether they may be invited is for a tenant to say. */
const OF_EMULATOR = { needs: 'users' } as const;

const invite = ({ graph }: RuleContext, { id }: Pick<Json, 'id'>, body: object): Promise<Reply> =>
  graph(`/me/drive/items/${id}/invite`, {
    body: { requireSignIn: true, sendInvitation: false, message: 'Look at this.', ...body },
  });

const asReader = { recipients: [{ email: GUEST }], roles: ['read'] };

describe('invite', () => {
  rule('answers a permission for each recipient', OF_EMULATOR, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const recipients = [{ email: GUEST }, { email: 'no@contoso.example' }];
    const { status, json } = await invite(context, file, { recipients, roles: ['write'] });
    expect(status).toBe(200);
    expect(json.value).toMatchObject([
      { roles: ['write'], grantedToV2: { user: { email: GUEST } }, invitation: { signInRequired: true } },
      { roles: ['write'], grantedToV2: { user: { email: 'no@contoso.example', displayName: 'Ada Work' } } },
    ]);
    const { json: listed } = await context.graph(`/me/drive/items/${file.id}/permissions`);
    expect(listed.value.map(({ id }) => id)).toEqual(expect.arrayContaining(json.value.map(({ id }) => id)));
    const { json: shared } = await context.graph(`/me/drive/items/${file.id}`);
    expect(shared.shared).toMatchObject({ scope: 'users' });
  });

  rule('gives who was invited before the new role', OF_EMULATOR, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const [first] = (await invite(context, file, asReader)).json.value;
    const [again] = (await invite(context, file, { ...asReader, roles: ['write'] })).json.value;
    expect(again).toMatchObject({ id: first!.id, roles: ['write'] });
    const { json } = await context.graph(`/me/drive/items/${file.id}/permissions`);
    expect(json.value).toHaveLength(2);
  });

  rule('refuses half a character in an address', OF_EMULATOR, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const recipients = [{ email: '\ud800@fabrikam.example' }];
    expect(outcome(await invite(context, file, { recipients, roles: ['read'] }))).toEqual([
      400,
      'invalidRequest',
    ]);
  });

  rule('leaves the owner the owner', { ...OF_EMULATOR, on: 'own' }, async (context) => {
    const { graph, folder } = context;
    const { email } = (await graph(`${folder.url}/permissions`)).json.value[0]!.grantedToV2.user;
    const { json } = await invite(context, folder, { recipients: [{ email }], roles: ['read'] });
    expect(json.value.map(({ roles }) => roles)).toEqual([['owner']]);
  });

  rule('is undone and changed by the permission', OF_EMULATOR, async (context) => {
    const { graph } = context;
    const file = await context.putFile('a.txt', 'x');
    const [{ id } = { id: '' }] = (await invite(context, file, asReader)).json.value;
    const url = `/me/drive/items/${file.id}/permissions/${id}`;
    const changed = await graph(url, { method: 'PATCH', body: { roles: ['write'] } });
    expect(changed.status).toBe(200);
    expect(changed.json.roles).toEqual(['write']);
    const wrong = await graph(url, { method: 'PATCH', body: { roles: ['emperor'] } });
    expect(outcome(wrong)).toEqual([400, 'invalidRequest']);
    expect((await graph(url)).json.roles).toEqual(['write']);
    expect((await graph(url, { method: 'DELETE' })).status).toBe(204);
    expect((await graph(`/me/drive/items/${file.id}`)).json.shared).toBeUndefined();
  });

  rule('finds people by objectId and alias', OF_EMULATOR, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    for (const recipient of [{ objectId: nobody.oid }, { alias: 'no' }, { alias: nobody.upn }]) {
      const { json } = await invite(context, file, { recipients: [recipient], roles: ['read'] });
      expect(json.value).toMatchObject([{ grantedToV2: { user: { email: nobody.upn } } }]);
    }
    const { json } = await context.graph(`/me/drive/items/${file.id}/permissions`);
    expect(json.value).toHaveLength(2);
  });

  rule('takes groups, for all who are in them', { needs: 'users', on: 'business' }, async (context) => {
    const { graph, folder } = context;
    const [first] = (await invite(context, folder, { recipients: [{ email: team.mail }], roles: ['read'] }))
      .json.value;
    expect(first).toMatchObject({ grantedToV2: { group: { id: team.id, displayName: team.displayName } } });
    for (const recipient of [{ objectId: team.id }, { alias: 'team' }]) {
      const { json } = await invite(context, folder, { recipients: [recipient], roles: ['read'] });
      expect(json.value.map(({ id }) => id)).toEqual([first!.id]);
    }
    const read = (user: typeof bob): Promise<Reply> =>
      graph(`/drives/${folder.driveId}/items/${folder.id}`, { user, scopes: ['Files.Read.All'] });
    expect((await read(bob)).status).toBe(200);
    expect(outcome(await read(nobody))).toEqual([403, 'accessDenied']);
  });

  rule('tells whom it could not find, and invites the others', OF_EMULATOR, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const stranger = { objectId: crypto.randomUUID() };
    const { status, json } = await invite(context, file, {
      recipients: [stranger, { email: GUEST }],
      roles: ['read'],
    });
    expect(status).toBe(207);
    expect(json.value).toMatchObject([
      { error: { code: 'noResolvedUsers' } },
      { grantedToV2: { user: { email: GUEST } } },
    ]);
    const listed = await context.graph(`/me/drive/items/${file.id}/permissions`);
    expect(listed.json.value).toHaveLength(2);
    const none = await invite(context, file, { recipients: [stranger], roles: ['read'] });
    expect(outcome(none)).toEqual([400, 'noResolvedUsers']);
    const nowhere = { recipients: [{ email: 'ann@nowhere.invalid' }, { email: GUEST }], roles: ['read'] };
    expect((await invite(context, file, nowhere)).json.value).toMatchObject([
      { error: { code: 'noResolvedUsers' }, invitation: { email: 'ann@nowhere.invalid' } },
      { grantedToV2: { user: { email: GUEST } } },
    ]);
  });

  rule('takes a password on personal drives only', OF_EMULATOR, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const reply = await invite(context, file, { ...asReader, password: 'secret' });
    if (context.driveType === 'personal') expect(reply.json.value).toMatchObject([{ hasPassword: true }]);
    else expect(outcome(reply)).toEqual([400, 'invalidRequest']);
  });

  rule('does not end by itself', OF_EMULATOR, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const expirationDateTime = new Date(context.world.clock.now + 86_400_000).toISOString();
    const reply = await invite(context, file, { ...asReader, expirationDateTime });
    expect(outcome(reply)).toEqual(
      context.driveType === 'personal' ? [403, 'accountUpgradeRequired'] : [400, 'invalidRequest'],
    );
  });

  rule('tells whether one has to sign in', OF_EMULATOR, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const { json } = await invite(context, file, { ...asReader, requireSignIn: false });
    expect(json.value).toMatchObject([{ invitation: { signInRequired: false } }]);
  });

  for (const wrong of [
    { roles: ['emperor'] },
    { message: 'x'.repeat(2001) },
    { recipients: [{}] },
    { recipients: [{ email: 'nowhere' }] },
    { roles: [] },
    { recipients: [] },
    { recipients: undefined },
  ]) {
    rule(`refuses ${JSON.stringify(wrong).slice(0, 60)}`, async (context) => {
      const file = await context.putFile('a.txt', 'x');
      expect(outcome(await invite(context, file, { ...asReader, ...wrong }))).toEqual([
        400,
        'invalidRequest',
      ]);
      expect((await context.graph(`/me/drive/items/${file.id}`)).json.shared).toBeUndefined();
    });
  }
});
