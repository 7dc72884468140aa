import { describe, expect, it } from 'vitest';
import { ada, createWorld, nobody, pia, team, type Json, type Reply } from './graph-world';
import { rule } from './support/target';

const outcome = ({ status, json }: Reply): unknown => [status, json?.error?.code];
const SITES = ['Sites.Read.All'];
const WHOLE = ['Files.ReadWrite.All', 'Sites.Read.All'];
const FIELDS = '$expand=listItem($expand=fields($select=Status,Owner,Reviewers,Regions,Internal))';

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (item: Json | undefined): Fields | undefined =>
  (item as { listItem?: { fields?: Fields } } | undefined)?.listItem?.fields;

describe('the columns of a library', () => {
  rule(
    'are told without the hidden ones, unless these are selected',
    { on: 'business', needs: 'scopes' },
    async ({ graph }) => {
      const columns = await graph('/me/drive/list/columns', { scopes: SITES });
      const names = columns.json.value.map(({ name }) => name);
      expect(names).toContain('Title');
      expect(names).not.toContain('FSObjType');
      const all = await graph('/me/drive/list/columns?$select=name,hidden', { scopes: SITES });
      expect(all.json.value.find(({ name }) => name === 'FSObjType')).toEqual({
        name: 'FSObjType',
        hidden: true,
      });
    },
  );

  rule('are no part of a personal drive', { on: 'personal', needs: 'scopes' }, async ({ graph, putFile }) => {
    expect(outcome(await graph('/me/drive/list/columns', { scopes: SITES }))).toEqual([400, 'BadRequest']);
    const { id } = await putFile('a.txt', 'x');
    const item = await graph(`/me/drive/items/${id}?${FIELDS}`, { scopes: WHOLE });
    expect(outcome(item)).toEqual([400, 'BadRequest']);
  });

  rule(
    'ask for the right to read sites, as what is in them does',
    { on: 'business', needs: 'scopes' },
    async ({ graph, putFile }) => {
      const { id } = await putFile('a.txt', 'x');
      const scopes = ['Files.ReadWrite.All'];
      for (const path of [
        '/me/drive/list/columns',
        `/me/drive/items/${id}?${FIELDS}`,
        `/me/drive/items/${id}/listItem`,
      ])
        expect(outcome(await graph(path, { scopes }))).toEqual([403, 'accessDenied']);
    },
  );

  it('are told by the site too, and to its members alone', async () => {
    const world = await createWorld({ drive: 'demo' });
    const get = (path: string, user = ada): Promise<Reply> => world.graph(path, { scopes: WHOLE, user });
    const site = (await get('/sites/localhost:/sites/team')).json.id;
    const drive = (await get(`/groups/${team.id}/drive`)).json.id;
    const byDrive = (await get(`/drives/${drive}/list/columns`)).json.value;
    expect((await get(`/sites/${site}/lists/Documents/columns`)).json.value).toEqual(byDrive);
    expect(byDrive).toContainEqual(
      expect.objectContaining({ displayName: 'Due date', name: 'Due_x0020_date' }),
    );
    expect(outcome(await get(`/sites/${site}/lists/none/columns`))).toEqual([404, 'itemNotFound']);
    expect(outcome(await get(`/drives/${drive}/list/columns`, nobody))).toEqual([403, 'accessDenied']);
    expect((await get(`/drives/${drive}/list/columns`, pia)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('what items say in them', () => {
  async function start() {
    const world = await createWorld({ drive: 'demo' });
    const get = (path: string): Promise<Reply> => world.graph(path, { scopes: WHOLE });
    const drive = `/drives/${(await get(`/groups/${team.id}/drive`)).json.id}`;
    return { get, drive };
  }

  it('comes with the pages of a folder, and of people who they are where they are named', async () => {
    const { get, drive } = await start();
    const first = await get(`${drive}/root/children?$select=id,name&$top=3&${FIELDS}`);
    const second = await get(first.json['@odata.nextLink'] ?? '');
    const brief = fieldsOf(
      [...first.json.value, ...second.json.value].find(({ name }) => name === 'Brief.txt'),
    );
    expect(brief).toMatchObject({
      Status: 'Draft',
      Owner: 'Mina Okafor',
      'Regions@odata.type': 'Collection(Edm.String)',
      Regions: ['North', 'West'],
      Reviewers: [{ LookupValue: 'Jonas Lindqvist' }, { LookupValue: 'Sofía Herrera' }],
    });
    expect(brief).not.toHaveProperty('Due_x0020_date');
  });

  it('is what is shown and filled in where nothing is named, people by a number', async () => {
    const { get, drive } = await start();
    const item = await get(`${drive}/root:/Brief.txt?$expand=listItem($expand=fields)`);
    expect(fieldsOf(item.json)).toMatchObject({ FileLeafRef: 'Brief.txt', Budget: 900.5 });
    expect(fieldsOf(item.json)).toHaveProperty('OwnerLookupId');
    expect(fieldsOf(item.json)).not.toHaveProperty('Owner');
    expect(fieldsOf(item.json)).not.toHaveProperty('Title');
    const listItem = await get(`${drive}/root:/Brief.txt:/listItem?$expand=fields($select=Status)`);
    expect(listItem.json).toMatchObject({ contentType: { name: 'Document' }, fields: { Status: 'Draft' } });
  });

  it('is brought along by nothing else', async () => {
    const { get, drive } = await start();
    expect((await get(`${drive}/root/children?$expand=fields`)).status).toBe(400);
    expect((await get(`${drive}/root/children?$expand=listItem($expand=thumbnails)`)).status).toBe(400);
    expect(outcome(await get(`${drive}/root/listItem`))).toEqual([404, 'itemNotFound']);
  });
});
