import { describe, expect } from 'vitest';
import { bob, nobody, type Json, type Reply } from './graph-world';
import { rule, type EmulatorRuleContext } from './support/target';

/** A file in a folder, and how a colleague asks for them. */
interface Scene {
  readonly ask: (path: string, call?: Parameters<EmulatorRuleContext['graph']>[1]) => Promise<Reply>;
  readonly drive: string;
  readonly folder: Json;
  readonly file: Json;
  /** Of a link to the folder, and of what is in it. */
  readonly shareId: string;
}

type Door = (scene: Scene) => Promise<boolean>;

const NAME = 'needle.md';
const ALL = ['Files.ReadWrite.All'];
const encodeUrl = (url: string): string =>
  `u!${btoa(url).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
const itemUrl = ({ drive }: Scene, { id }: Json): string => `${drive}/items/${id}`;
const holds = (items: readonly Json[] | undefined, { id }: Json): boolean =>
  items?.some((item) => item.id === id) === true;
const answers =
  (status: number, path: (scene: Scene) => string, call = {}): Door =>
  async (scene) =>
    (await scene.ask(path(scene), call)).status === status;
const lists =
  (path: (scene: Scene) => string): Door =>
  async (scene) =>
    holds((await scene.ask(path(scene))).json.value, scene.file);

/** Every way to a file, or to knowing of it. */
const DOORS: Readonly<Record<string, Door>> = {
  'its id': answers(200, (scene) => itemUrl(scene, scene.file)),
  'its path': answers(200, (scene) => `${itemUrl(scene, scene.folder)}:/${NAME}`),
  'its content': answers(302, (scene) => `${itemUrl(scene, scene.file)}/content`),
  'its pdf': answers(302, (scene) => `${itemUrl(scene, scene.file)}/content?format=pdf`),
  'its thumbnails': answers(200, (scene) => `${itemUrl(scene, scene.file)}/thumbnails`),
  'its preview': answers(200, (scene) => `${itemUrl(scene, scene.file)}/preview`, { body: {} }),
  'its views': answers(200, (scene) => `${itemUrl(scene, scene.file)}/analytics/allTime`),
  'its versions': answers(200, (scene) => `${itemUrl(scene, scene.file)}/versions`),
  'the list of its folder': lists((scene) => `${itemUrl(scene, scene.folder)}/children`),
  'its folder, with what is in it': async (scene) => {
    const { json } = await scene.ask(`${itemUrl(scene, scene.folder)}?$expand=children`);
    return holds(json.children, scene.file);
  },
  'a search in its folder': lists((scene) => `${itemUrl(scene, scene.folder)}/search(q='needle')`),
  'a search in its drive': lists((scene) => `${scene.drive}/search(q='needle')`),
  'a search in everything': async ({ ask, file }) => {
    const body = { requests: [{ entityTypes: ['driveItem'], query: { queryString: 'needle' } }] };
    return (await ask('/search/query', { body })).text.includes(file.id);
  },
  'what has changed': lists((scene) => `${itemUrl(scene, scene.folder)}/delta`),
  'a copy of its folder': async (scene) => {
    const own = await scene.ask('/me/drive');
    const body = { parentReference: { driveId: own.json.id } };
    await scene.ask(`${itemUrl(scene, scene.folder)}/copy`, { body });
    return (await scene.ask(`/me/drive/root:/${scene.folder.name}/${NAME}`)).status === 200;
  },
  'a batch': async (scene) => {
    const body = { requests: [{ id: '1', method: 'GET', url: itemUrl(scene, scene.file) }] };
    const { responses } = (await scene.ask('/$batch', { body })).json as unknown as {
      readonly responses: readonly { readonly status: number }[];
    };
    return responses[0]?.status === 200;
  },
};

/** The calls of shares are documented for tokens that are good for one's own files. */
const SHARE_DOORS: Readonly<Record<string, Door>> = {
  'its own address': answers(200, ({ file }) => `/shares/${encodeUrl(file.webUrl)}/driveItem`),
  'the address of its folder': answers(
    200,
    ({ folder }) => `/shares/${encodeUrl(folder.webUrl)}/driveItem:/${NAME}`,
  ),
  'a link, by its path': answers(200, ({ shareId }) => `/shares/${shareId}/driveItem:/${NAME}`),
  'a link, by its id': answers(200, ({ shareId, file }) => `/shares/${shareId}/items/${file.id}`),
  'what a link lists': lists(({ shareId }) => `/shares/${shareId}/driveItem/children`),
  'a search behind a link': lists(({ shareId }) => `/shares/${shareId}/driveItem/search(q='needle')`),
};

async function invite({ graph }: EmulatorRuleContext, { id }: Json, { upn } = bob, more = {}): Promise<void> {
  const body = { recipients: [{ email: upn }], roles: ['write'], ...more };
  expect((await graph(`/me/drive/items/${id}/invite`, { body })).status).toBe(200);
}

/** Something else in the drive is shared with the colleague: the drive itself is known to him. */
async function scene(context: EmulatorRuleContext, scopes = ALL): Promise<Scene> {
  const folder = await context.makeFolder('F');
  const file = await context.putFile(`F/${NAME}`, 'in a haystack');
  await invite(context, await context.putFile('other.txt', 'x'));
  return {
    ask: (path, call) => context.world.graph(path, { user: bob, scopes, ...call }),
    drive: `/drives/${folder.parentReference.driveId}`,
    folder,
    file,
    shareId: encodeUrl(folder.webUrl),
  };
}

async function withLink({ graph }: EmulatorRuleContext, found: Scene): Promise<Scene> {
  const body = { type: 'edit', scope: 'anonymous' };
  const { json } = await graph(`/me/drive/items/${found.folder.id}/createLink`, { body });
  return { ...found, shareId: encodeUrl(json.link.webUrl) };
}

/** As in a folder shared with the colleague, with a link to it, the file was shared apart with somebody else. */
async function cut(context: EmulatorRuleContext): Promise<Scene> {
  const found = await scene(context);
  await invite(context, found.folder);
  await invite(context, found.file, nobody, { retainInheritedPermissions: false });
  return withLink(context, found);
}

async function openOnes(doors: Readonly<Record<string, Door>>, found: Scene): Promise<string[]> {
  const open: string[] = [];
  for (const [name, opens] of Object.entries(doors)) if (await opens(found)) open.push(name);
  return open;
}

describe('the doors to a file of another', () => {
  const all = { ...DOORS, ...SHARE_DOORS };

  rule('all open where its folder was shared', { needs: 'users', on: 'own' }, async (context) => {
    const found = await withLink(context, await scene(context));
    await invite(context, found.folder);
    const lacking = context.driveType === 'personal' ? ['its preview', 'its views'] : ['what has changed'];
    expect(await openOnes(all, found)).toEqual(Object.keys(all).filter((name) => !lacking.includes(name)));
  });

  rule('are shut where only something else was', { needs: 'users', on: 'own' }, async (context) => {
    expect(await openOnes(all, await scene(context))).toEqual([]);
  });

  rule('are shut where the file’s inheritance was cut', { needs: 'users', on: 'own' }, async (context) => {
    expect(await openOnes(all, await cut(context))).toEqual([]);
  });

  rule('are shut to tokens for one’s own files', { needs: 'scopes', on: 'own' }, async (context) => {
    const found = await scene(context, ['Files.ReadWrite']);
    await invite(context, found.folder);
    expect(await openOnes(DOORS, found)).toEqual([]);
    const shares = await openOnes(SHARE_DOORS, await withLink(context, found));
    expect(shares).toEqual(Object.keys(SHARE_DOORS));
  });
});

describe('a file whose inheritance was cut', () => {
  rule('is not changed through a share either', { needs: 'users', on: 'own' }, async (context) => {
    const { ask, folder, shareId } = await cut(context);
    for (const share of [shareId, encodeUrl(folder.webUrl)]) {
      const path = `/shares/${share}/driveItem:/${NAME}`;
      expect((await ask(path, { method: 'PATCH', body: { name: 'stolen.md' } })).status).toBe(404);
      expect((await ask(path, { method: 'DELETE' })).status).toBe(404);
      expect((await ask(`${path}:/content`, { method: 'PUT', body: 'x' })).status).toBe(404);
    }
  });

  rule('keeps its folder from who may not delete it', { needs: 'users', on: 'own' }, async (context) => {
    const found = await cut(context);
    const { ask, file, folder } = found;
    expect((await ask(itemUrl(found, folder), { method: 'DELETE' })).status).toBe(403);
    await invite(context, file);
    expect((await ask(itemUrl(found, folder), { method: 'DELETE' })).status).toBe(204);
  });

  rule('is not told as gone or changed', { needs: 'users', on: 'personal' }, async (context) => {
    const found = await cut(context);
    const { ask, file, folder } = found;
    const delta = await ask(`${itemUrl(found, folder)}/delta`);
    await context.graph(`/me/drive/items/${file.id}`, { method: 'PATCH', body: { description: 'x' } });
    const later = await ask(delta.json['@odata.deltaLink']!);
    expect(holds(later.json.value, file)).toBe(false);
    await context.graph(`/me/drive/items/${file.id}`, { method: 'DELETE' });
    expect(holds((await ask(delta.json['@odata.deltaLink']!)).json.value, file)).toBe(false);
  });
});

describe('a token for one’s own files', () => {
  const OWN = ['Files.ReadWrite'];

  rule('learns nothing of the drive of another', { needs: 'scopes', on: 'own' }, async (context) => {
    const found = await scene(context, OWN);
    await invite(context, found.folder);
    for (const path of [found.drive, `${found.drive}/search(q='')`, `${found.drive}/root`]) {
      const { status, json } = await found.ask(path);
      expect([path, status, json.error.code]).toEqual([path, 403, 'accessDenied']);
    }
  });

  rule(
    'copies nothing into the drive of another',
    { needs: 'scopes', on: 'own business' },
    async (context) => {
      const found = await scene(context, OWN);
      await invite(context, found.folder);
      const own = await found.ask('/me/drive/root:/own.txt:/content', { method: 'PUT', body: 'x' });
      const body = {
        parentReference: { driveId: found.drive.slice('/drives/'.length), id: found.folder.id },
      };
      const copy = (scopes: string[]): Promise<Reply> =>
        found.ask(`/me/drive/items/${own.json.id}/copy`, { body, scopes });
      expect((await copy(OWN)).status).toBe(403);
      expect((await copy(ALL)).status).toBe(202);
    },
  );

  rule('sees nothing followed or recent there', { needs: 'scopes', on: 'own business' }, async (context) => {
    const found = await scene(context);
    await invite(context, found.folder);
    await found.ask(`${itemUrl(found, found.file)}/follow`, { method: 'POST' });
    await found.ask(`${itemUrl(found, found.file)}/content`, { method: 'PUT', body: 'changed' });
    context.world.service.setPolicy({ retiredLists: true });
    const told = async (path: string, scopes: string[]): Promise<boolean> =>
      holds((await found.ask(path, { scopes })).json.value, found.file);
    for (const path of ['/me/drive/following', '/me/drive/recent']) {
      expect([path, await told(path, ALL), await told(path, OWN)]).toEqual([path, true, false]);
    }
  });
});

describe('what may not be known', () => {
  rule('is refused as if it were not there', { needs: 'users', on: 'own' }, async (context) => {
    const found = await scene(context);
    await invite(context, found.folder);
    const hidden = await context.putFile('hidden.txt', 'x');
    const targets = [{ id: hidden.id }, { id: 'none' }];
    for (const parentReference of targets) {
      const body = { parentReference };
      const at = itemUrl(found, found.file);
      expect((await found.ask(at, { method: 'PATCH', body })).status).toBe(404);
      expect((await found.ask(`${at}/copy`, { body })).status).toBe(404);
    }
  });

  rule('is who else a link was opened by', { needs: 'users', on: 'own' }, async (context) => {
    const { ask, folder, shareId } = await withLink(context, await scene(context));
    const redeem = { headers: { Prefer: 'redeemSharingLink' }, scopes: ALL };
    for (const user of [nobody, bob]) await ask(`/shares/${shareId}/driveItem`, { ...redeem, user });
    const people = ({ json }: Reply): unknown => json.grantedToIdentitiesV2?.map(({ user }) => user.email);
    expect(people(await ask(`/shares/${shareId}/permission`))).toEqual([bob.upn]);
    const body = { type: 'edit', scope: 'anonymous' };
    const at = `/drives/${folder.parentReference.driveId}/items/${folder.id}/createLink`;
    expect(people(await ask(at, { body }))).toEqual([bob.upn]);
    const byOwner = await context.graph(`/me/drive/items/${folder.id}/createLink`, { body });
    expect(people(byOwner)).toEqual([bob.upn, nobody.upn]);
  });
});
