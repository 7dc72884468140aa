import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, makeFolder, nobody, pia, putFile, type Json, type TestWorld } from './graph-world';

let world: TestWorld;
let file: Json;
let folder: Json;
let drive: Json;

beforeEach(async () => {
  world = await createWorld();
  folder = await makeFolder(world, 'Reports + more & co');
  file = await putFile(world, 'Reports%20+%20more%20&%20co/100%25%20%231%20(final)!.txt', 'hello');
  drive = (await world.graph('/me/drive')).json;
});

const NAME = '100% #1 (final)!.txt';
const PATH = 'Reports%20+%20more%20&%20co/100%25%20%231%20(final)!.txt';

describe('an item is found by every form of address', () => {
  const forms: [string, () => string][] = [
    ['id in my drive', () => `/me/drive/items/${file.id}`],
    ['id in a named drive', () => `/drives/${drive.id}/items/${file.id}`],
    ['id in a percent-encoded drive', () => `/drives/${encodeURIComponent(drive.id)}/items/${file.id}`],
    ['path from the root', () => `/me/drive/root:/${PATH}`],
    ['path with a trailing colon', () => `/me/drive/root:/${PATH}:`],
    [
      'fully encoded path',
      () => `/me/drive/root:/${encodeURIComponent('Reports + more & co')}/${encodeURIComponent(NAME)}`,
    ],
    ['another case', () => `/me/drive/root:/${PATH.toUpperCase()}`],
    ['relative path of an item', () => `/me/drive/items/${folder.id}:/${encodeURIComponent(NAME)}:`],
    ['relative path of the root as an item', () => `/drives/${drive.id}/items/root:/${PATH}`],
    ['empty segments', () => `/me//drive/items/${file.id}/`],
    ['an encoded slash and a dot', () => `/me/drive/items/${folder.id}:/.%2F${encodeURIComponent(NAME)}`],
    ['the user by address', () => `/users/ada@contoso.example/drive/items/${file.id}`],
  ];

  it.each(forms)('%s', async (_form, path) => {
    const { status, json } = await world.graph(path());
    expect(status).toBe(200);
    expect(json.id).toBe(file.id);
    expect(json.name).toBe(NAME);
  });

  it('composed and decomposed accents are the same name', async () => {
    const made = await putFile(world, encodeURIComponent('Café.txt'), 'x');
    const { json } = await world.graph(`/me/drive/root:/${encodeURIComponent('Cafe\u0301.txt')}`);
    expect(json.id).toBe(made.id);
  });

  it('the root in its forms, with or without a slash at the end', async () => {
    for (const path of [
      '/me/drive/root',
      '/me/drive/root:/',
      '/me/drive/root:',
      `/drives/${drive.id}/root/`,
      '/me/drive/items/root',
    ]) {
      const { status, json } = await world.graph(path);
      expect([path, status]).toEqual([path, 200]);
      expect(json.root).toEqual({});
      expect(json.parentReference).toEqual({ driveId: drive.id, driveType: 'business' });
    }
  });
});

describe('what is not there is not found', () => {
  it.each([
    ['unknown id', '/me/drive/items/01ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 404, 'itemNotFound'],
    ['unknown path', '/me/drive/root:/nothing/here.txt', 404, 'itemNotFound'],
    ['unknown drive', '/drives/b!unknown/root', 404, 'itemNotFound'],
    ['unknown action', '/me/drive/root/frobnicate', 400, 'BadRequest'],
    ['malformed escape', '/me/drive/root:/%E0%A4%A', 400, 'invalidRequest'],
    ['unknown segment', '/planets/mars', 400, 'BadRequest'],
  ])('%s', async (_what, path, status, code) => {
    const answer = await world.graph(path);
    expect(answer.status).toBe(status);
    expect(answer.json.error.code).toBe(code);
  });

  it('an id in the wrong case', async () => {
    expect((await world.graph(`/me/drive/items/${file.id.toLowerCase()}`)).status).toBe(404);
  });

  it("somebody else's drive", async () => {
    const theirs = (await world.graph('/me/drive', { user: pia })).json.id;
    const answer = await world.graph(`/drives/${theirs}/root`);
    expect(answer.status).toBe(403);
    expect(answer.json.error.code).toBe('accessDenied');
  });

  it('the drive of a user who has none', async () => {
    const { status, json } = await world.graph('/me/drive', { user: nobody });
    expect(status).toBe(404);
    expect(json.error.message).toMatch(/mysite not found/);
  });
});

describe('ids and tags have the shapes of the service', () => {
  it('on business drives', () => {
    expect(drive.id).toMatch(/^b![A-Za-z0-9_-]{64}$/);
    expect(file.id).toMatch(/^01[A-Z2-7]{32}$/);
    expect(file.eTag).toMatch(/^"\{[0-9A-F-]{36}\},1"$/);
    expect(file.cTag).toMatch(/^"c:\{[0-9A-F-]{36}\},1"$/);
    expect(folder.cTag).toBeUndefined();
    expect(file.parentReference.path).toBe('/drive/root:/Reports%20+%20more%20&%20co');
    expect(file.createdDateTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('a root id ends as every root id of SharePoint does', async () => {
    expect((await world.graph('/me/drive/root')).json.id).toMatch(/Y2GOVW7725BZO354PWSELRRZ$/);
  });

  it('the path begins the way the caller came', async () => {
    const { json } = await world.graph(`/drives/${drive.id}/items/${file.id}`);
    expect(json.parentReference.path).toMatch(/^\/drives\/b!.*\/root:\/Reports/);
  });

  it('on personal drives, whose ids also come without the zero or in capitals', async () => {
    const personal = (await world.graph('/me/drive', { user: pia })).json;
    expect(personal.driveType).toBe('personal');
    expect(personal.id).toMatch(/^0[0-9a-f]{15}$/);
    const short = personal.id.replace(/^0+/, '').toUpperCase();
    const { status, json } = await world.graph(`/drives/${short}/root`, { user: pia });
    expect(status).toBe(200);
    expect(json.id).toMatch(/^[1-9A-F][0-9A-F]+!sea8cc6beffdb43d7976fbc7da445c639$/);
  });
});
