import { describe, expect, it } from 'vitest';
import {
  ada,
  bob,
  BYTES,
  createWorld,
  everybody,
  nobody,
  pia,
  team,
  type Json,
  type Reply,
} from './graph-world';
import { rule } from './support/target';

const outcome = ({ status, json }: Reply): unknown => [status, json?.error?.code];
const SITES = ['Sites.Read.All'];
const GROUPS = ['GroupMember.Read.All'];
const FILES = ['Files.ReadWrite.All'];

async function start() {
  const world = await createWorld();
  const get = (path: string, scopes: readonly string[] = SITES, user = ada): Promise<Reply> =>
    world.graph(path, { scopes, user });
  const site = (await get('/sites/localhost:/sites/team')).json;
  const library = (await get(`/groups/${team.id}/drive`, FILES)).json;
  return { world, get, site, library };
}

const ids = ({ json }: Reply): string[] => json.value.map(({ id }: Json) => id);

describe('a site', () => {
  it('is found by path, by id, by its GUID and through its group', async () => {
    const { get, site } = await start();
    expect(site).toMatchObject({
      displayName: team.displayName,
      name: 'team',
      webUrl: `${BYTES}/sites/team`,
      root: {},
      siteCollection: { hostname: 'localhost' },
    });
    const [host, guid] = site.id.split(',');
    expect(host).toBe('localhost');
    for (const form of [site.id, guid, 'localhost:/Sites/TEAM:', 'localhost%3A/sites/team%3A/']) {
      expect((await get(`/sites/${form}`)).json.id).toBe(site.id);
    }
    expect((await get(`/groups/${team.id}/sites/root`)).json.id).toBe(site.id);
    const few = await get(`/sites/${site.id}?$select=displayName`);
    expect(Object.keys(few.json).filter((name) => !name.startsWith('@'))).toEqual(['displayName']);
  });

  it('may be the root of the host', async () => {
    const { get } = await start();
    const root = (await get('/sites/root')).json;
    expect(root).toMatchObject({ name: '', displayName: everybody.displayName, webUrl: BYTES });
    for (const form of ['localhost', 'localhost:/'])
      expect((await get(`/sites/${form}`)).json.id).toBe(root.id);
  });

  it('that is not there is not found; another host is refused', async () => {
    const { get } = await start();
    for (const form of ['localhost:/sites/none', 'none', 'localhost,none,none']) {
      expect(outcome(await get(`/sites/${form}`))).toEqual([404, 'itemNotFound']);
    }
    expect(outcome(await get('/sites/contoso.sharepoint.com:/sites/team'))).toEqual([400, 'invalidRequest']);
    expect((await get('/sites/root/frobnicate')).status).toBe(400);
  });

  it('has no sites below it', async () => {
    const { get, site } = await start();
    expect((await get(`/sites/${site.id}/sites`)).json.value).toEqual([]);
  });

  it('is for its members', async () => {
    const { get, site } = await start();
    expect((await get(`/sites/${site.id}`, SITES, bob)).status).toBe(200);
    for (const path of [`/sites/${site.id}`, `/sites/${site.id}/drives`, `/groups/${team.id}/drives`]) {
      expect(outcome(await get(path, ['Sites.Read.All'], nobody))).toEqual([403, 'accessDenied']);
    }
    expect((await get('/sites/root', SITES, nobody)).status).toBe(200);
  });

  it('asks for Sites.Read.All', async () => {
    const { get, site } = await start();
    for (const path of [`/sites/${site.id}`, '/sites?search=team', '/me/followedSites']) {
      expect(outcome(await get(path, FILES))).toEqual([403, 'accessDenied']);
    }
  });
});

describe('lists of sites, groups and teams', () => {
  it('sites are searched by words of their names; * finds all that one may see', async () => {
    const { get, site } = await start();
    const root = (await get('/sites/root')).json;
    for (const all of ['*', '', '%2A'])
      expect(ids(await get(`/sites?search=${all}`))).toEqual([root.id, site.id]);
    expect(ids(await get('/sites?search=TEAM'))).toEqual([site.id]);
    expect(ids(await get('/sites?$search="the team"'))).toEqual([site.id]);
    expect(ids(await get('/sites?search=nothing'))).toEqual([]);
    expect(ids(await get('/sites?search=*', SITES, nobody))).toEqual([root.id]);
  });

  it('sites of joined teams are followed, and told in short', async () => {
    const { get, site } = await start();
    const { json } = await get('/me/followedSites');
    expect(json.value).toEqual([
      { id: site.id, name: 'team', displayName: 'The team', webUrl: `${BYTES}/sites/team` },
    ]);
    expect(ids(await get('/me/followedSites', SITES, nobody))).toEqual([]);
  });

  it('joined teams lead to groups and their drives', async () => {
    const { get, library } = await start();
    const teams = await get('/me/joinedTeams', ['Team.ReadBasic.All']);
    expect(ids(teams)).toEqual([team.id]);
    expect((await get(`/groups/${ids(teams)[0]}/drive`, ['Files.Read.All'])).json.id).toBe(library.id);
    expect(ids(await get('/me/joinedTeams', ['Team.ReadBasic.All'], nobody))).toEqual([]);
    expect((await get('/me/joinedTeams', ['User.Read'])).status).toBe(403);
  });

  it('a team has channels, whose files lie in a folder of its library', async () => {
    const { get, library, world } = await start();
    const CHANNELS = ['Channel.ReadBasic.All'];
    expect((await get(`/teams/${team.id}`, ['Team.ReadBasic.All'])).json).toMatchObject({
      displayName: team.displayName,
    });
    const channels = await get(`/teams/${team.id}/channels`, CHANNELS);
    expect(channels.json.value).toMatchObject([{ displayName: 'General', membershipType: 'standard' }]);
    const files = `/teams/${team.id}/channels/${ids(channels)[0]}/filesFolder`;
    expect(outcome(await get(files, FILES))).toEqual([404, 'itemNotFound']);
    const made = await world.graph(`/drives/${library.id}/root/children`, {
      scopes: FILES,
      user: ada,
      method: 'POST',
      body: { name: 'General', folder: {} },
    });
    expect(made.status).toBe(201);
    expect((await get(files, FILES)).json).toMatchObject({
      id: made.json.id,
      folder: {},
      parentReference: { driveId: library.id },
    });
    expect((await get(`/teams/${team.id}/channels`, FILES)).status).toBe(403);
    expect((await get(files, CHANNELS)).status).toBe(403);
    expect((await get(`/teams/${team.id}/channels`, CHANNELS, nobody)).status).toBe(403);
    expect(outcome(await get(`/teams/${everybody.id}/channels`, CHANNELS))).toEqual([404, 'NotFound']);
  });

  it('groups are told to who may read the directory', async () => {
    const { get } = await start();
    expect(ids(await get('/groups', GROUPS))).toEqual([everybody.id, team.id]);
    const { json } = await get(`/groups/${team.id}`, GROUPS);
    expect(json).toMatchObject({
      displayName: team.displayName,
      mailNickname: 'team',
      groupTypes: ['Unified'],
    });
    const denied = await get(`/groups/${team.id}`, FILES);
    expect(outcome(denied)).toEqual([403, 'Authorization_RequestDenied']);
    expect(outcome(await get('/groups/none', GROUPS))).toEqual([404, 'Request_ResourceNotFound']);
  });

  it('are not for personal accounts', async () => {
    const { get } = await start();
    const scopes = [...SITES, ...GROUPS, ...FILES, 'Team.ReadBasic.All'];
    for (const path of [
      '/sites/root',
      '/sites?search=*',
      '/sites/localhost:/sites/team:/drive/root',
      '/me/followedSites',
      '/me/joinedTeams',
      '/groups',
      `/groups/${team.id}`,
      `/groups/${team.id}/drive/root`,
    ]) {
      expect(outcome(await get(path, scopes, pia))).toEqual([400, 'BadRequest']);
    }
  });
});

describe('a document library', () => {
  it('is the drive of a site, a group and itself', async () => {
    const { get, site, library } = await start();
    expect(library).toMatchObject({
      driveType: 'documentLibrary',
      name: 'Documents',
      owner: { group: { id: team.id, displayName: team.displayName } },
      webUrl: `${BYTES}/sites/team/Shared%20Documents`,
    });
    for (const form of [
      `/drives/${library.id}`,
      `/sites/${site.id}/drive`,
      '/sites/localhost:/sites/team:/drive',
      `/sites/${site.id}/drives/${library.id}`,
      `/groups/${team.id}/drives/${library.id}`,
      `/groups/${team.id}/sites/root/drive`,
    ]) {
      expect((await get(form)).json.id).toBe(library.id);
      expect((await get(`${form}/root`)).json.parentReference.driveId).toBe(library.id);
    }
  });

  it('is not found among the drives of others', async () => {
    const { get, library } = await start();
    for (const owner of [
      '/sites/nonsense',
      '/groups/none',
      '/users/none@contoso.example',
      '/me',
      `/users/${ada.oid}`,
    ]) {
      for (const form of ['', '/root']) {
        const { status } = await get(`${owner}/drives/${library.id}${form}`);
        expect([owner, form, status]).toEqual([owner, form, 404]);
      }
    }
    const own = await get('/me/drive', FILES);
    for (const owner of ['/me', `/users/${ada.oid}`, `/users/${ada.upn}`]) {
      expect((await get(`${owner}/drives/${own.json.id}`, FILES)).json.id).toBe(own.json.id);
    }
    expect((await get(`/groups/${team.id}/drives/${own.json.id}/root`)).status).toBe(404);
  });

  it('is one of several', async () => {
    const { get, site, library } = await start();
    for (const list of [`/sites/${site.id}/drives`, `/groups/${team.id}/drives`]) {
      const { json } = await get(list);
      expect(json.value.map(({ name }: Json) => name)).toEqual(['Documents', 'Archive']);
      expect(json.value[0]?.id).toBe(library.id);
    }
    expect(ids(await get('/me/drives', FILES))).not.toContain(library.id);
  });

  it('opens to members only', async () => {
    const { world, library } = await start();
    const put = (user: typeof ada) =>
      world.graph(`/drives/${library.id}/root:/a.txt:/content`, {
        method: 'PUT',
        body: 'x',
        scopes: FILES,
        user,
      });
    expect((await put(bob)).status).toBe(201);
    expect(outcome(await put(nobody))).toEqual([403, 'accessDenied']);
    const own = await world.graph(`/drives/${library.id}/root/children`, { scopes: ['Files.Read'] });
    expect(outcome(own)).toEqual([403, 'accessDenied']);
  });

  it('takes copies from one’s own drive', async () => {
    const { world, library, get } = await start();
    const file = (await world.graph('/me/drive/root:/a.txt:/content', { method: 'PUT', body: 'x' })).json;
    const body = { parentReference: { driveId: library.id } };
    const copy = await world.graph(`/me/drive/items/${file.id}/copy`, { body, scopes: FILES });
    expect(copy.status).toBe(202);
    expect((await get(`/drives/${library.id}/root:/a.txt`)).json.size).toBe(1);
    const refused = await world.graph(`/me/drive/items/${file.id}/copy`, {
      body: { parentReference: { driveId: (await get('/groups/' + team.id + '/drive')).json.id } },
      user: nobody,
    });
    expect(refused.status).toBe(404);
  });

  rule('tells of items where SharePoint has them', { on: 'documentLibrary' }, async ({ graph, putFile }) => {
    const { id, webUrl } = await putFile('a.txt', 'x');
    expect(new URL(webUrl).pathname).toMatch(/^\/sites\/[^/]+\/Shared%20Documents\//);
    const { json } = await graph(`/me/drive/items/${id}?$select=id,parentReference,sharepointIds`);
    const drive = (await graph('/me/drive?$select=id,sharePointIds')).json as Json & {
      sharePointIds: object;
    };
    expect(json).toMatchObject({ sharepointIds: drive.sharePointIds });
  });

  rule('has no folder “Forms” at its root', { on: 'documentLibrary' }, async ({ graph }) => {
    const reply = await graph('/me/drive/root/children', { body: { name: 'Forms', folder: {} } });
    expect(outcome(reply)).toEqual([400, 'invalidRequest']);
  });

  rule('has no special folders', { on: 'documentLibrary' }, async ({ graph }) => {
    const body = { name: 'x', folder: {} };
    expect((await graph('/me/drive/special/documents/children', { body })).status).toBe(404);
    expect((await graph('/me/drive/special')).json.value).toEqual([]);
  });

  rule('addresses links by its site', { on: 'documentLibrary' }, async ({ graph, putFile }) => {
    const { id } = await putFile('a.txt', 'x');
    const { json } = await graph(`/me/drive/items/${id}/createLink`, { body: { type: 'view' } });
    expect(new URL(json.link.webUrl).pathname).toMatch(/^\/:t:\/s\/team\/E/);
  });
});
