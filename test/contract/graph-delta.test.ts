import { describe, expect } from 'vitest';
import type { Json } from './graph-world';
import { eventually } from './support/eventually';
import { rule, type RuleContext } from './support/target';

const DELTA = '/me/drive/root/delta';
const ALONE = { deltaExcludeParent: 'true' };

const read = async (
  { graph }: RuleContext,
  path: string,
  headers: Record<string, string> = {},
): Promise<Json> => (await graph(path, { headers })).json;
const linkOf = (page: Json): string => page['@odata.deltaLink']!;
const ids = (page: Json): string[] => page.value.map(({ id }) => id);
const tokenOf = (page: Json): string => new URL(linkOf(page)).searchParams.get('token')!;

describe('delta', () => {
  rule(
    'tells everything first, the root and parents before children',
    { needs: 'whole drive' },
    async (context) => {
      const { folder, putFile } = context;
      const file = await putFile('a.txt', 'x');
      const first = await read(context, DELTA);
      expect(ids(first).slice(1)).toEqual([folder.id, file.id]);
      expect(first.value[0]).toHaveProperty('root');
      expect(first.value[2]!.parentReference.path).toBe(`/drives/${folder.driveId}/root:/${folder.toldPath}`);
      expect(first.value[2]).not.toHaveProperty(['@microsoft.graph.downloadUrl']);
      expect((await read(context, linkOf(first))).value).toEqual([]);
    },
  );

  rule('begins at now with token=latest', async (context) => {
    const latest = await read(context, `${DELTA}?token=latest`);
    expect(latest.value).toEqual([]);
    expect(tokenOf(latest)).toBeTruthy();
  });

  rule('takes the token in its name or query, on the root by name or id', async (context) => {
    const token = tokenOf(await read(context, `${DELTA}?token=latest`));
    const made = await context.putFile('new.txt', 'x');
    const root = (await read(context, '/me/drive/root')).id;
    for (const path of [`${DELTA}(token='${token}')`, `/me/drive/items/${root}/delta?token=${token}`]) {
      await eventually(async () => {
        expect(ids(await read(context, path, ALONE))).toEqual([made.id]);
      });
    }
  });

  rule('tells what was written, with the folders above unless told not to', async (context) => {
    const { folder, putFile } = context;
    await putFile('a.txt', 'x');
    const link = linkOf(await read(context, `${DELTA}?token=latest`));
    const file = await putFile('a.txt', 'y');
    await eventually(async () => {
      expect(ids(await read(context, link))).toEqual(expect.arrayContaining([folder.id, file.id]));
    });
    expect(ids(await read(context, link, ALONE))).toEqual([file.id]);
  });

  rule('tells what is selected, and nothing else', async (context) => {
    const link = linkOf(await read(context, `${DELTA}?token=latest&$select=id,name`));
    const file = await context.putFile('a.txt', 'x');
    await eventually(async () => {
      const [change] = (await read(context, link, ALONE)).value;
      expect(change).toMatchObject({ id: file.id, name: 'a.txt' });
      expect(change).not.toHaveProperty('size');
    });
  });

  rule('tells of a renamed folder the folder only', async (context) => {
    const { graph, makeFolder, putFile } = context;
    const inner = await makeFolder('f');
    await putFile('f/a.txt', 'x');
    const link = linkOf(await read(context, `${DELTA}?token=latest`));
    await graph(`/me/drive/items/${inner.id}`, { method: 'PATCH', body: { name: 'g' } });
    await eventually(async () => {
      expect(ids(await read(context, link, ALONE))).toEqual([inner.id]);
    });
  });

  rule('tells of what is gone its id and what it was, not its name', async (context) => {
    const { graph, folder, makeFolder, putFile } = context;
    const inner = await makeFolder('f');
    const file = await putFile('f/a.txt', 'x');
    const link = linkOf(await read(context, `${DELTA}?token=latest`));
    await graph(folder.at('f'), { method: 'DELETE' });
    await eventually(async () => {
      const gone = (await read(context, link)).value.filter((item) => 'deleted' in item);
      expect(gone).toMatchObject([
        { id: inner.id, folder: {}, deleted: { state: 'deleted' } },
        { id: file.id, file: {}, deleted: { state: 'deleted' }, parentReference: { id: inner.id } },
      ]);
      expect(gone[0]).not.toHaveProperty('name');
      // Recorded in 2026: personal drives tell the size as well, and a tag of no content.
      const noContent = { size: 0, cTag: expect.stringContaining(',4294967295"'), folder: { view: {} } };
      expect(gone[0]).toMatchObject(context.driveType === 'personal' ? noContent : { size: 0 });
      expect(gone[1]).toMatchObject({ size: 0 });
    });
  });

  rule(
    'comes in pages that miss nothing that changes meanwhile',
    { needs: 'whole drive' },
    async (context) => {
      const { putFile } = context;
      const file = await putFile('a.txt', 'x');
      for (let n = 0; n < 6; n += 1) await putFile(`b${n}.txt`, 'x');
      let page = await read(context, `${DELTA}?$top=4`);
      expect(page.value).toHaveLength(4);
      await putFile('a.txt', 'changed meanwhile');
      const seen = ids(page);
      while (page['@odata.nextLink'] !== undefined) {
        page = await read(context, page['@odata.nextLink'], ALONE);
        seen.push(...ids(page));
      }
      expect(seen.lastIndexOf(file.id)).toBeGreaterThan(3);
      expect(new Set(seen).size).toBe(9);
      expect((await read(context, linkOf(page))).value).toEqual([]);
    },
  );

  rule('answers 410 with a Location to a token that is none', async ({ graph }) => {
    const { status, headers, json } = await graph(`${DELTA}?token=none`);
    expect([status, json.error.code]).toEqual([410, 'resyncRequired']);
    expect((await graph(headers.get('location')!)).status).toBe(200);
  });

  rule('answers 410 to a token of another life', { needs: 'state' }, async (context) => {
    const link = linkOf(await read(context, DELTA));
    await context.world.service.reset();
    expect((await context.graph(link)).status).toBe(410);
  });

  rule(
    'tells whether to take the drive as it is, or to give back what it has lost',
    { needs: 'state' },
    async (context) => {
      const inner = async (token: string): Promise<string> =>
        (await context.graph(`${DELTA}?token=${token}`)).json.error.innerError.code;
      const token = tokenOf(await read(context, DELTA));
      expect(await inner('none')).toBe('resyncChangesApplyDifferences');
      await context.world.service.reset();
      expect(await inner(token)).toBe('resyncChangesUploadDifferences');
    },
  );

  rule('refuses what can only be asked of lists', async ({ graph }) => {
    for (const option of ['$filter=file%20ne%20null', '$orderby=name', '$skip=1', '$count=true']) {
      const { status, json } = await graph(`${DELTA}?${option}`);
      expect([option, status, json.error.code]).toEqual([option, 400, 'notSupported']);
    }
  });

  rule('is refused below the root', { on: 'business' }, async ({ graph, folder }) => {
    expect((await graph(`${folder.url}/delta`)).status).toBe(400);
  });
});

describe('delta of a folder', () => {
  rule('tells of nothing beside it', { on: 'personal' }, async (context) => {
    const { makeFolder, putFile } = context;
    const inner = await makeFolder('inner');
    const file = await putFile('inner/a.txt', 'x');
    await putFile('beside.txt', 'x');
    const first = await read(context, `/me/drive/items/${inner.id}/delta`);
    expect(ids(first).toSorted()).toEqual([inner.id, file.id].toSorted());
    await putFile('beside.txt', 'y');
    expect((await read(context, linkOf(first))).value).toEqual([]);
    await putFile('inner/a.txt', 'y');
    expect(ids(await read(context, linkOf(first)))).toEqual([inner.id, file.id]);
  });

  rule('tells of what was moved out of it as gone', { on: 'personal' }, async (context) => {
    const { graph, folder, makeFolder, putFile } = context;
    const inner = await makeFolder('inner');
    const file = await putFile('inner/a.txt', 'x');
    const link = linkOf(await read(context, `/me/drive/items/${inner.id}/delta`));
    const body = { parentReference: { id: folder.id } };
    await graph(`/me/drive/items/${file.id}`, { method: 'PATCH', body });
    const [gone] = (await read(context, link, ALONE)).value;
    expect(gone).toMatchObject({ id: file.id, deleted: { state: 'deleted' } });
  });
});

describe('delta since a time', () => {
  const since = (time: number): string =>
    `${DELTA}?token=${encodeURIComponent(new Date(time).toISOString())}`;

  rule('tells what was written then or later', { needs: 'clock', on: 'business' }, async (context) => {
    const { world, graph, folder, putFile } = context;
    await putFile('before.txt', 'x');
    const doomed = await putFile('doomed.txt', 'x');
    world.clock.now += 60_000;
    const then = world.clock.now;
    const after = await putFile('after.txt', 'x');
    await graph(folder.at('doomed.txt'), { method: 'DELETE' });
    const page = await read(context, since(then), ALONE);
    expect(ids(page)).toEqual([after.id, doomed.id]);
    expect((await read(context, linkOf(page))).value).toEqual([]);
    expect((await read(context, since(then + 1))).value).toEqual([]);
  });

  rule('is not for personal drives', { on: 'personal' }, async ({ graph }) => {
    expect((await graph(since(Date.UTC(2026, 0)))).status).toBe(410);
  });
});

describe('what delta prefers', () => {
  const sharing = 'deltashowremovedasdeleted, deltatraversepermissiongaps, deltashowsharingchanges';
  const applied = async ({ graph }: RuleContext, prefer: string): Promise<string | null> =>
    (await graph(`${DELTA}?token=latest`, { headers: { Prefer: prefer } })).headers.get('preference-applied');

  rule('is said again where it is known', async (context) => {
    for (const known of [
      'deltashowremovedasdeleted',
      'hierarchicalsharing',
      'Include-Feature=AddToOneDrive',
    ]) {
      expect(await applied(context, known)).toBe(known);
    }
    expect(await applied(context, 'deltashowremovedasdeleted, something')).toBe('deltashowremovedasdeleted');
    expect(await applied(context, 'something')).toBeNull();
  });

  rule('shows which changes are of sharing only', { on: 'business' }, async (context) => {
    const { graph, putFile } = context;
    const [shared, other] = [await putFile('a.txt', 'x'), await putFile('b.txt', 'x')];
    const link = linkOf(await read(context, `${DELTA}?token=latest`));
    await putFile('b.txt', 'y');
    await graph(`/me/drive/items/${shared.id}/createLink`, { body: { type: 'view', scope: 'organization' } });
    await eventually(async () => {
      const { value } = await read(context, link, { ...ALONE, Prefer: sharing });
      const marked = value.map((item) => [item.id, '@microsoft.graph.sharedChanged' in item]);
      expect(marked).toEqual([
        [other.id, false],
        [shared.id, true],
      ]);
    });
  });

  rule('shows them only together with what it needs', { on: 'business' }, async (context) => {
    expect(await applied(context, sharing)).toBe(sharing);
    expect(await applied(context, 'deltashowsharingchanges')).toBeNull();
  });

  rule('does not show them on personal drives', { on: 'personal' }, async (context) => {
    expect(await applied(context, sharing)).not.toMatch(/deltashowsharingchanges/);
  });
});
