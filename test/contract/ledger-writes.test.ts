import { describe, expect } from 'vitest';
import type { LedgerEntry } from '../../src/emulator/graph';
import { ada, pia } from './graph-world';
import { rule, type EmulatorRuleContext } from './support/target';

type Context = Pick<EmulatorRuleContext, 'world'>;

const writes = ({ world }: Context): readonly LedgerEntry[] => world.service.ledger().writes;
const kinds = (context: Context): string[] =>
  writes(context).map(({ kind, name, method }) => `${kind} ${name} by ${method}`);

/** What is written while something runs. */
async function during(context: Context, run: () => Promise<unknown>): Promise<readonly LedgerEntry[]> {
  const before = writes(context).length;
  await run();
  return writes(context).slice(before);
}

describe('a write stands in the ledger', () => {
  rule(
    'with the item, its tags before and after, and the request',
    { needs: 'state', on: 'own' },
    async (context) => {
      const { driveType, folder, graph, putFile } = context;
      const made = await putFile('a.txt', 'one');
      const headers = { 'If-Match': made.eTag, 'client-request-id': 'mine' };
      const { json: changed } = await graph(folder.at('a.txt', 'content'), {
        method: 'PUT',
        body: 'two',
        headers,
      });
      expect(writes(context).slice(-2)).toMatchObject([
        { kind: 'create', itemId: made.id, before: null, after: { eTag: made.eTag, cTag: made.cTag } },
        {
          kind: 'content',
          name: 'a.txt',
          driveId: folder.driveId,
          itemId: made.id,
          before: { eTag: made.eTag, cTag: made.cTag },
          after: { eTag: changed.eTag, cTag: changed.cTag },
          method: 'PUT',
          path: new URL(`http://x/v1.0${folder.at('a.txt', 'content')}`).pathname,
          ifMatch: made.eTag,
          clientRequestId: 'mine',
          user: driveType === 'personal' ? pia.oid : ada.oid,
          application: 'test',
        },
      ]);
    },
  );

  rule('for each kind of change', { needs: 'state' }, async (context) => {
    const { folder, graph, makeFolder } = context;
    const target = await makeFolder('target');
    const { json: file } = await graph(folder.at('a.txt', 'content'), { method: 'PUT', body: 'x' });
    const change = (body: object): Promise<unknown> =>
      graph(`/me/drive/items/${file.id}`, { method: 'PATCH', body });
    const done = await during(context, async () => {
      await change({ name: 'b.txt' });
      await change({ description: 'x' });
      await change({ parentReference: { id: target.id } });
      await graph(`/me/drive/items/${file.id}`, { method: 'DELETE' });
    });
    expect(done.map(({ kind }) => kind)).toEqual(['rename', 'update', 'move', 'delete']);
    for (const [index, { itemId, before, after }] of done.entries()) {
      expect([itemId, before]).toEqual([file.id, index === 0 ? expect.anything() : done[index - 1]?.after]);
      expect(after).not.toEqual(before);
    }
    expect(done.at(-1)?.after).toBeNull();
  });

  rule('for all that a copy makes', { needs: 'state' }, async (context) => {
    const { folder, graph, makeFolder, putFile } = context;
    await makeFolder('from');
    await putFile('from/a.txt', 'x');
    const done = await during(context, () => graph(folder.at('from', 'copy'), { body: { name: 'to' } }));
    expect(done.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['create to', 'create a.txt']);
    expect(done.every(({ path }) => path.endsWith(':/copy'))).toBe(true);
  });

  rule('for what was in the way of a move', { needs: 'state' }, async (context) => {
    const { folder, graph, putFile } = context;
    await putFile('a.txt', 'x');
    const other = await putFile('b.txt', 'y');
    const body = { name: 'b.txt', '@microsoft.graph.conflictBehavior': 'replace' };
    const done = await during(context, () => graph(folder.at('a.txt'), { method: 'PATCH', body }));
    expect(done.map(({ kind }) => kind)).toEqual(['delete', 'rename']);
    expect(done[0]).toMatchObject({ itemId: other.id, before: { eTag: other.eTag } });
  });

  rule('for the versions of a file', { needs: 'state', on: 'business' }, async (context) => {
    const { folder, graph, putFile } = context;
    await putFile('a.txt', 'one');
    await putFile('a.txt', 'two');
    const done = await during(context, async () => {
      await graph(`${folder.at('a.txt', 'versions')}/1.0/restoreVersion`, { method: 'POST' });
      await graph(`${folder.at('a.txt', 'versions')}/1.0`, { method: 'DELETE' });
    });
    expect(done.map(({ kind }) => kind)).toEqual(['content', 'version']);
    expect(done[1]?.before).toEqual(done[1]?.after);
  });

  rule('for who may see it', { needs: 'state' }, async (context) => {
    const { folder, graph, putFile } = context;
    const file = await putFile('a.txt', 'x');
    const done = await during(context, async () => {
      const body = { type: 'view', scope: 'anonymous' };
      const link = await graph(folder.at('a.txt', 'createLink'), { body });
      await graph(folder.at('a.txt', 'createLink'), { body });
      await graph(`${folder.at('a.txt', 'permissions')}/${link.json.id}`, { method: 'DELETE' });
    });
    expect(done.map(({ kind, itemId }) => [kind, itemId])).toEqual([
      ['permission', file.id],
      ['permission', file.id],
    ]);
    expect(done[0]?.before).toEqual(done[0]?.after);
  });

  rule('without what opens a share', { needs: 'state' }, async (context) => {
    const { graph, putFile, world } = context;
    const { id } = await putFile('a.txt', 'x');
    const { json } = await graph(`/me/drive/items/${id}/createLink`, {
      body: { type: 'edit', scope: 'anonymous' },
    });
    const key = json.link.webUrl.split('/').at(-1) ?? '';
    const ids = [`s!${key}`, `u!${btoa(json.link.webUrl).replaceAll('=', '')}`];
    const told = await during(context, async () => {
      for (const share of ids) {
        const body = { name: `${share.slice(0, 1)}.txt` };
        expect((await graph(`/shares/${share}/driveItem`, { method: 'PATCH', body })).status).toBe(200);
      }
    });
    expect(told.map(({ path }) => path)).toEqual(ids.map(() => '/v1.0/shares/…/driveItem'));
    const { writes } = world.service.ledger();
    for (const secret of [key, ...ids]) expect(JSON.stringify(writes)).not.toContain(secret);
  });

  rule('for what comes back', { needs: 'state', on: 'personal' }, async (context) => {
    const { graph, putFile } = context;
    const file = await putFile('a.txt', 'x');
    await graph(`/me/drive/items/${file.id}`, { method: 'DELETE' });
    const scopes = ['Files.ReadWrite.All'];
    const [back] = await during(context, () =>
      graph(`/me/drive/items/${file.id}/restore`, { body: {}, scopes }),
    );
    expect(back).toMatchObject({ kind: 'restore', itemId: file.id, before: null });
  });

  rule('when the last range has come, and not before', { needs: 'state' }, async (context) => {
    const { bytes, folder, graph } = context;
    const { json } = await graph(folder.at('big.bin', 'createUploadSession'), { body: {} });
    expect(world(context).uploadSessions).toMatchObject([{ name: 'big.bin', received: 0 }]);
    const done = await during(context, () =>
      bytes(json.uploadUrl, { method: 'PUT', body: 'abc', headers: { 'Content-Range': 'bytes 0-2/3' } }),
    );
    expect(done).toMatchObject([{ kind: 'create', name: 'big.bin', method: 'PUT', application: null }]);
    expect(world(context).uploadSessions).toEqual([]);
    expect(JSON.stringify(world(context))).not.toMatch(/tempauth/);
  });

  rule('for each part of a batch', { needs: 'state', on: 'own' }, async (context) => {
    const { folder, graph } = context;
    const requests = ['one', 'two'].map((name) => ({
      id: name,
      method: 'POST',
      url: `${folder.url}/children`,
      headers: { 'Content-Type': 'application/json' },
      body: { name, folder: {} },
    }));
    const done = await during(context, () => graph('/$batch', { body: { requests } }));
    expect(done.map(({ name, method, path }) => [name, method, path])).toEqual(
      ['one', 'two'].map((name) => [name, 'POST', `/v1.0${folder.url}/children`]),
    );
  });
});

describe('no write stands in the ledger', () => {
  rule('for what was refused', { needs: 'state' }, async (context) => {
    const { folder, graph, putFile } = context;
    await putFile('a.txt', 'x');
    const headers = { 'If-Match': '"{00000000-0000-0000-0000-000000000000},1"' };
    const done = await during(context, async () => {
      expect((await graph(folder.at('a.txt'), { method: 'DELETE', headers })).status).toBe(412);
      expect((await graph(`${folder.url}/children`, { body: { name: 'a.txt', folder: {} } })).status).toBe(
        409,
      );
      expect((await graph(folder.at('no.txt'), { method: 'DELETE' })).status).toBe(404);
    });
    expect(done).toEqual([]);
  });

  rule('for what was read, or was there from the start', { needs: 'state' }, async (context) => {
    const { folder, graph } = context;
    const [own, ...others] = kinds(context);
    expect([own, others]).toEqual(['create a rule’s own by POST', []]);
    await graph(`${folder.url}/children`);
    await context.world.service.reset();
    expect(kinds(context)).toEqual([]);
  });
});

function world(context: Context): ReturnType<EmulatorRuleContext['world']['service']['ledger']> {
  return context.world.service.ledger();
}
