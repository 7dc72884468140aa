import { describe, expect } from 'vitest';
import type { Json } from './graph-world';
import { rule, type RuleContext } from './support/target';

const COMMON = [
  'createdBy',
  'createdDateTime',
  'eTag',
  'fileSystemInfo',
  'id',
  'lastModifiedDateTime',
  'name',
  'parentReference',
  'size',
  'webUrl',
];
const FILE = [...COMMON, '@microsoft.graph.downloadUrl', 'cTag', 'file', 'lastModifiedBy'];
const FOLDER = [...COMMON, 'folder', 'lastModifiedBy'];
const ON_REQUEST = ['publication', 'sharepointIds', 'webDavUrl'];

const told = (item: Json): string[] =>
  Object.keys(item)
    .filter((name) => name !== '@odata.context')
    .sort();

const urlOf = ({ id }: Json): string => `/me/drive/items/${id}`;
const tags = ({ eTag, cTag }: Json): string[] => [eTag, cTag];

const patch = async ({ graph }: RuleContext, item: Json, body: object): Promise<Json> =>
  (await graph(urlOf(item), { method: 'PATCH', body })).json;

describe('without $select', () => {
  rule('a file tells these properties', async ({ graph, putFile }) => {
    expect(told((await graph(urlOf(await putFile('a.bin', 'x')))).json)).toEqual(FILE.toSorted());
  });

  rule(
    'a folder has a tag of its content on personal drives only',
    async ({ driveType, graph, makeFolder }) => {
      const more = driveType === 'personal' ? ['cTag'] : [];
      expect(told((await graph(urlOf(await makeFolder('f')))).json)).toEqual([...FOLDER, ...more].toSorted());
    },
  );

  // Recorded in 2026: on personal drives it does not tell who changed it last, and has no cTag.
  rule('the root tells no more of itself than its drive does', async ({ driveType, graph }) => {
    const more = driveType === 'personal' ? ['folder'] : FOLDER;
    const expected = new Set([...COMMON, ...more, 'root']);
    expect(told((await graph('/me/drive/root')).json)).toEqual([...expected].toSorted());
  });
});

describe('with $select', () => {
  rule('a file of a work drive tells what else it has', { on: 'business' }, async (context) => {
    const { graph, folder, putFile } = context;
    const file = await putFile('a b.txt', 'x');
    const { json } = await graph(`${urlOf(file)}?$select=${ON_REQUEST.join()}`);
    expect(json).toMatchObject({
      publication: { level: 'published', versionId: '1.0' },
      sharepointIds: { siteId: (await graph(folder.url)).json.parentReference.siteId },
    });
    expect(json.webDavUrl).toMatch(/\/(Shared%20)?Documents\/.*\/a%20b\.txt$/);
  });

  rule('a file of a personal drive has none of it', { on: 'personal' }, async ({ graph, putFile }) => {
    const { json } = await graph(`${urlOf(await putFile('a.txt', 'x'))}?$select=${ON_REQUEST.join()}`);
    expect(told(json)).toEqual(['@odata.etag']);
  });
});

describe('a description', () => {
  rule('is for personal drives', { on: 'personal' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    expect(await patch(context, file, { description: 'of what' })).toMatchObject({ description: 'of what' });
    expect(await patch(context, file, { description: null })).not.toHaveProperty('description');
  });

  rule('is passed over on work drives', { on: 'business' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    expect(await patch(context, file, { description: 'of what' })).not.toHaveProperty('description');
  });
});

describe('tags', () => {
  rule('of the content stay where only the rest changes', async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const renamed = await patch(context, file, { name: 'b.txt' });
    expect([renamed.eTag === file.eTag, renamed.cTag]).toEqual([false, file.cTag]);
  });

  rule('both change with the content', async ({ putFile }) => {
    const [before, after] = [await putFile('a.txt', 'x'), await putFile('a.txt', 'y')];
    expect(tags(after)).not.toEqual(expect.arrayContaining([before.eTag]));
    expect(tags(after)).not.toEqual(expect.arrayContaining([before.cTag]));
  });
});

describe('the parent', () => {
  rule(
    'of what lies in the root goes by the name of the library',
    // Elsewhere the folder of a rule lies in a scratch folder.
    { on: 'personal', needs: 'whole drive' },
    async ({ graph, folder }) => {
      const { parentReference } = (await graph(folder.url)).json;
      expect(parentReference.name).toBe('Documents');
    },
  );

  rule('is named as it is below the root', async ({ graph, makeFolder, putFile }) => {
    await makeFolder('in here');
    const { json } = await graph(urlOf(await putFile('in here/a.txt', 'x')));
    expect(json.parentReference.name).toBe('in here');
  });
});
