import { describe, expect } from 'vitest';
import { ada, bob, pia, team, type CallOptions, type Json, type Reply } from './graph-world';
import { rule, type EmulatorRuleContext } from './support/target';

const ALL = ['User.Read', 'Files.ReadWrite.All'];
const SHOWN = { Prefer: 'Include-Feature=AddToOneDrive' };
const outcome = ({ status, json }: Reply): unknown => [status, json?.error?.code];
const names = ({ json }: Reply): string[] => json.value.map(({ name }) => name);

const reference = (item: Json): object => ({
  id: item.id,
  parentReference: { driveId: item.parentReference.driveId },
});

/** A folder of Bob's with a file in it, which the drive's owner may read. */
async function start(context: EmulatorRuleContext) {
  const { world, folder, driveType } = context;
  const owner = driveType === 'personal' ? pia : ada;
  const asBob = (path: string, call: CallOptions = {}): Promise<Reply> =>
    world.graph(path, { user: bob, scopes: ALL, ...call });
  const graph = (path: string, call: CallOptions = {}): Promise<Reply> =>
    context.graph(path, { scopes: ALL, ...call });
  const make = async (name: string): Promise<Json> =>
    (await asBob('/me/drive/root/children', { body: { name, folder: {} } })).json;
  const plans = await make('Plans');
  const url = `/me/drive/items/${plans.id}`;
  const file = (await asBob(`${url}:/in it.txt:/content`, { method: 'PUT', body: 'x' })).json;
  const invited = { recipients: [{ email: owner.upn }], roles: ['read'] };
  const invite = (item: Json): Promise<Reply> =>
    asBob(`/me/drive/items/${item.id}/invite`, { body: invited });
  await invite(plans);
  const add = (remoteItem: object, more: object = {}, call: CallOptions = {}): Promise<Reply> =>
    graph(`${folder.url}/children`, { body: { name: 'Plans of Bob', remoteItem, ...more }, ...call });
  return { asBob, graph, make, invite, add, plans, file, owner };
}

describe('a shortcut to a folder of another drive', () => {
  rule(
    'is added, an item of its own that tells where the folder is',
    { needs: 'users', on: 'own' },
    async (context) => {
      const { add, graph, plans } = await start(context);
      const added = await add(reference(plans));
      expect(added.status).toBe(201);
      const { json } = added;
      expect(json).toMatchObject({
        name: 'Plans of Bob',
        size: 0,
        parentReference: { id: context.folder.id, driveId: context.folder.driveId },
        remoteItem: { id: plans.id, name: 'Plans', folder: { childCount: 1 }, ...reference(plans) },
      });
      expect(json.id).not.toBe(plans.id);
      expect('folder' in json || 'file' in json).toBe(false);
      expect(added.headers.get('etag')).toBe(json.eTag);
      const { remoteItem } = json as Json & { remoteItem: Json };
      const behind = `/drives/${remoteItem.parentReference.driveId}/items/${remoteItem.id}/children`;
      expect(names(await graph(behind))).toEqual(['in it.txt']);
    },
  );

  rule('is found by its id and by its path', { needs: 'users', on: 'own' }, async (context) => {
    const { add, graph, plans } = await start(context);
    const { json } = await add(reference(plans));
    for (const path of [`/me/drive/items/${json.id}`, context.folder.at('Plans of Bob')]) {
      expect((await graph(path)).json).toMatchObject({ id: json.id, remoteItem: reference(plans) });
    }
    const selected = await graph(`/me/drive/items/${json.id}?$select=id,remoteItem`);
    expect(Object.keys(selected.json).filter((name) => !name.startsWith('@'))).toEqual(['id', 'remoteItem']);
  });

  rule(
    'may lead to the library of a team, told by the ids of SharePoint',
    { needs: 'users', on: 'own business' },
    async (context) => {
      const { add, graph } = await start(context);
      const drive = (await graph(`/groups/${team.id}/drive?$select=id,sharePointIds`)).json as Json & {
        sharePointIds: object;
      };
      const root = { sharepointIds: { ...drive.sharePointIds, listItemUniqueId: 'root' } };
      const { json } = await add(root);
      expect(json).toMatchObject({
        remoteItem: { parentReference: { driveId: drive.id, driveType: 'documentLibrary' } },
      });
      const made = (await graph(`/drives/${drive.id}/root/children`, { body: { name: 'sub', folder: {} } }))
        .json;
      const { sharepointIds } = (await graph(`/drives/${drive.id}/items/${made.id}?$select=sharepointIds`))
        .json as Json & { sharepointIds: object };
      expect((await add({ sharepointIds }, { name: 'sub' })).json).toMatchObject({
        remoteItem: { id: made.id },
      });
      const unknown = { sharepointIds: { ...sharepointIds, listItemUniqueId: crypto.randomUUID() } };
      expect(outcome(await add(unknown))).toEqual([404, 'itemNotFound']);
      const nowhere = { sharepointIds: { ...sharepointIds, listId: crypto.randomUUID() } };
      expect(outcome(await add(nowhere))).toEqual([404, 'itemNotFound']);
    },
  );

  rule(
    'is made of nothing but a folder of another that the caller may see',
    { needs: 'users', on: 'own' },
    async (context) => {
      const { add, asBob, file, make, plans } = await start(context);
      const elsewhere = plans.parentReference.driveId;
      const invalid = [400, 'invalidRequest'];
      const missing = [404, 'itemNotFound'];
      const hidden = await make('Not shared');
      expect(outcome(await add(reference(hidden)))).toEqual(missing);
      expect(outcome(await add({ id: 'none', parentReference: { driveId: elsewhere } }))).toEqual(missing);
      expect(outcome(await add({ id: plans.id, parentReference: { driveId: 'none' } }))).toEqual(missing);
      expect(outcome(await add(reference(file)))).toEqual(invalid);
      const own = await context.makeFolder('own');
      expect(outcome(await add(reference(own)))).toEqual(invalid);
      expect(outcome(await add({ id: plans.id }))).toEqual(invalid);
      expect(outcome(await add(reference(plans), { name: 'a:b' }))).toEqual(invalid);
      const { id } = (await asBob(`/groups/${team.id}/drive`)).json;
      const library = await asBob(`/drives/${id}/root/children`, {
        body: { name: 'x', remoteItem: reference(plans) },
      });
      expect(outcome(library)).toEqual(invalid);
    },
  );

  rule(
    'asks for a token that is good for the drives of others',
    { needs: 'scopes', on: 'own' },
    async (context) => {
      const { add, plans } = await start(context);
      expect(outcome(await add(reference(plans), {}, { scopes: ['Files.ReadWrite'] }))).toEqual([
        403,
        'accessDenied',
      ]);
      expect(outcome(await add(reference(plans), {}, { scopes: ['Files.Read.All'] }))).toEqual([
        403,
        'accessDenied',
      ]);
      const enough = { scopes: ['Files.ReadWrite', 'Files.Read.All'] };
      expect((await add(reference(plans), {}, enough)).status).toBe(201);
    },
  );

  rule(
    'is there once for each folder, and shares no name',
    { needs: 'users', on: 'own' },
    async (context) => {
      const { add, graph, invite, make, plans } = await start(context);
      const { json } = await add(reference(plans));
      expect(outcome(await add(reference(plans), { name: 'again' }))).toEqual([409, 'shortcutAlreadyExists']);
      const others = await make('Others');
      await invite(others);
      expect(outcome(await add(reference(others)))).toEqual([409, 'nameAlreadyExists']);
      const renamed = await add(reference(others), { '@microsoft.graph.conflictBehavior': 'rename' });
      expect([renamed.status, renamed.json.name]).toEqual([201, 'Plans of Bob 1']);
      await graph(`/me/drive/items/${json.id}`, { method: 'DELETE' });
      expect((await add(reference(plans))).status).toBe(201);
    },
  );
});

describe('lists', () => {
  rule('tell of shortcuts only where they are asked to', { needs: 'users', on: 'own' }, async (context) => {
    const { add, graph, plans } = await start(context);
    await context.putFile('Plans of Ada.txt', 'x');
    await add(reference(plans));
    const expected = ['Plans of Ada.txt', 'Plans of Bob'];
    for (const list of [`${context.folder.url}/children`, "/me/drive/root/search(q='Plans of')"]) {
      const plain = await graph(list);
      expect(names(plain)).toEqual(expected.slice(0, 1));
      expect(plain.headers.get('preference-applied')).toBeNull();
      const shown = await graph(list, { headers: SHOWN });
      expect(names(shown).toSorted()).toEqual(expected);
      expect(shown.headers.get('preference-applied')).toBe(SHOWN.Prefer);
    }
    const counted = async (headers: Record<string, string>): Promise<unknown> =>
      (await graph(`${context.folder.url}/children`, { headers })).json['@odata.count'];
    expect([await counted({}), await counted(SHOWN)]).toEqual([1, 2]);
  });

  rule(
    'go on page by page without those that are not told',
    { needs: 'users', on: 'own' },
    async (context) => {
      const { add, graph, plans } = await start(context);
      for (const name of ['a.txt', 'z.txt']) await context.putFile(name, 'x');
      await add(reference(plans));
      const first = await graph(`${context.folder.url}/children?$top=1`);
      const next = await graph(first.json['@odata.nextLink']!);
      expect([...names(first), ...names(next)]).toEqual(['a.txt', 'z.txt']);
      expect(next.json['@odata.nextLink']).toBeUndefined();
    },
  );

  rule(
    'tell by delta of what is added, renamed and deleted',
    { needs: 'users', on: 'own' },
    async (context) => {
      const { add, graph, plans } = await start(context);
      const alone = { deltaExcludeParent: 'true' };
      const told = async (link: string, headers: object): Promise<Json[]> =>
        (await graph(link, { headers: { ...alone, ...headers } })).json.value as Json[];
      const link = (await graph('/me/drive/root/delta?token=latest')).json['@odata.deltaLink']!;
      const { id } = (await add(reference(plans))).json;
      expect(await told(link, {})).toEqual([]);
      expect(await told(link, SHOWN)).toMatchObject([
        { id, name: 'Plans of Bob', remoteItem: reference(plans) },
      ]);
      await graph(`/me/drive/items/${id}`, { method: 'PATCH', body: { name: 'Mine' } });
      expect(await told(link, SHOWN)).toMatchObject([{ id, name: 'Mine', remoteItem: { name: 'Plans' } }]);
      await graph(`/me/drive/items/${id}`, { method: 'DELETE' });
      expect(await told(link, {})).toEqual([]);
      expect(await told(link, SHOWN)).toMatchObject([{ id, deleted: { state: 'deleted' }, folder: {} }]);
    },
  );
});

describe('what is done to a shortcut', () => {
  rule('leaves the folder behind it alone', { needs: 'users', on: 'own' }, async (context) => {
    const { add, asBob, graph, plans } = await start(context);
    const { json } = await add(reference(plans));
    const target = await context.makeFolder('deeper');
    const url = `/me/drive/items/${json.id}`;
    const body = { name: 'Mine.docx', parentReference: { id: target.id } };
    const moved = await graph(url, { method: 'PATCH', body });
    expect(moved.json).toMatchObject({ id: json.id, name: 'Mine.docx', parentReference: { id: target.id } });
    expect(moved.json.eTag).not.toBe(json.eTag);
    const stale = { method: 'DELETE', headers: { 'If-Match': json.eTag } };
    expect((await graph(url, stale)).status).toBe(412);
    expect((await graph(url, { method: 'DELETE' })).status).toBe(204);
    expect((await graph(url)).status).toBe(404);
    expect((await asBob(`/me/drive/items/${plans.id}`)).json).toMatchObject({
      name: 'Plans',
      eTag: plans.eTag,
    });
  });

  rule('does not reach what is behind it', { needs: 'users', on: 'own' }, async (context) => {
    const { add, graph, plans } = await start(context);
    const { json } = await add(reference(plans));
    const url = `/me/drive/items/${json.id}`;
    const behind = context.folder.at('Plans of Bob/in it.txt');
    expect(outcome(await graph(behind))).toEqual([404, 'itemNotFound']);
    expect((await graph(`${behind}:/content`, { method: 'PUT', body: 'x' })).status).toBe(404);
    const refused: readonly [string, CallOptions][] = [
      [`${url}/children`, {}],
      [`${url}/children`, { body: { name: 'x', folder: {} } }],
      [`${url}/content`, {}],
      [`${url}/content`, { method: 'PUT', body: 'x' }],
      [`${url}/createUploadSession`, { body: {} }],
      [`${url}/versions`, {}],
      [`${url}/copy`, { body: { name: 'copy' } }],
      [`${url}/createLink`, { body: { type: 'view' } }],
      [`${url}/invite`, { body: { recipients: [{ email: bob.upn }], roles: ['read'] } }],
    ];
    for (const [path, call] of refused) expect([path, (await graph(path, call)).status]).toEqual([path, 400]);
    const file = await context.putFile('file.txt', 'x');
    const into = { method: 'PATCH', body: { parentReference: { id: json.id } } };
    expect(outcome(await graph(`/me/drive/items/${file.id}`, into))).toEqual([400, 'invalidRequest']);
  });

  rule('is not done by a copy of the folder it is in', { needs: 'users', on: 'own' }, async (context) => {
    const { add, graph, plans } = await start(context);
    await context.putFile('file.txt', 'x');
    await add(reference(plans));
    const root = (await graph('/me/drive/root')).json;
    const body = { name: 'copied', parentReference: { id: root.id } };
    expect((await graph(`${context.folder.url}/copy`, { body })).status).toBe(202);
    const copied = await graph('/me/drive/root:/copied:/children', { headers: SHOWN });
    expect(names(copied)).toEqual(['file.txt']);
  });
});

describe('a shortcut outlives', () => {
  const known = async (
    { graph }: Awaited<ReturnType<typeof start>>,
    { id }: Json,
    plans: Json,
  ): Promise<void> => {
    const { status, json } = await graph(`/me/drive/items/${id}`);
    expect([status, json.name]).toEqual([200, 'Plans of Bob']);
    expect((json as Json & { remoteItem: Json }).remoteItem).toEqual({
      id: plans.id,
      folder: { childCount: 0 },
      parentReference: { driveId: plans.parentReference.driveId, driveType: 'business' },
    });
  };

  rule('the access to what is behind it', { needs: 'users', on: 'own' }, async (context) => {
    const scene = await start(context);
    const { add, asBob, plans } = scene;
    const { json } = await add(reference(plans));
    const url = `/me/drive/items/${plans.id}/permissions`;
    for (const { id, roles } of (await asBob(url)).json.value) {
      if (!roles.includes('owner')) await asBob(`${url}/${id}`, { method: 'DELETE' });
    }
    await known(scene, json, plans);
  });

  rule('the folder behind it', { needs: 'users', on: 'own' }, async (context) => {
    const scene = await start(context);
    const { add, asBob, graph, plans } = scene;
    const { json } = await add(reference(plans));
    await asBob(`/me/drive/items/${plans.id}`, { method: 'DELETE' });
    await known(scene, json, plans);
    expect(names(await graph(`${context.folder.url}/children`, { headers: SHOWN }))).toEqual([
      'Plans of Bob',
    ]);
    expect((await graph(`/me/drive/items/${json.id}`, { method: 'DELETE' })).status).toBe(204);
  });
});
