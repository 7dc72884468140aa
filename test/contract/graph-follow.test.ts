import { describe, expect } from 'vitest';
import type { Json } from './graph-world';
import { rule, type RuleContext } from './support/target';

const urlOf = (item: Json): string => `/me/drive/items/${item.id}`;

const followed = async ({ graph }: RuleContext): Promise<string[]> =>
  (await graph('/me/drive/following')).json.value.map(({ id }) => id);

describe('following', () => {
  rule(
    'lists an item until it is unfollowed, and leaves it as it is',
    { on: 'business' },
    async (context) => {
      const { graph, putFile } = context;
      const file = await putFile('a.txt', 'bytes');
      await putFile('b.txt', 'bytes');
      const { status, json } = await graph(`${urlOf(file)}/follow`, { method: 'POST' });
      expect([status, json]).toMatchObject([200, { id: file.id, eTag: file.eTag }]);
      expect(await followed(context)).toContain(file.id);
      expect((await graph(`${urlOf(file)}/unfollow`, { method: 'POST' })).status).toBe(204);
      expect(await followed(context)).not.toContain(file.id);
    },
  );

  rule('ends by its id in the list, too, or with the item', { on: 'business' }, async (context) => {
    const { graph, makeFolder, putFile } = context;
    const [folder, file] = [await makeFolder('x'), await putFile('a.txt', 'bytes')];
    for (const item of [folder, file]) await graph(`${urlOf(item)}/follow`, { method: 'POST' });
    const unfollow = { method: 'DELETE' };
    expect((await graph(`/me/drive/following/${file.id}`, unfollow)).status).toBe(204);
    expect((await graph(`/me/drive/following/${file.id}`, unfollow)).status).toBe(404);
    expect(await followed(context)).toEqual(expect.arrayContaining([folder.id]));
    await graph(urlOf(folder), { method: 'DELETE' });
    expect(await followed(context)).not.toContain(folder.id);
    expect((await graph(`${urlOf(folder)}/follow`, { method: 'POST' })).status).toBe(404);
  });

  rule(
    'asks for no more than to read',
    { needs: 'scopes', on: 'own business' },
    async ({ graph, putFile }) => {
      const file = await putFile('a.txt', 'bytes');
      const follow = (scope: string) => graph(`${urlOf(file)}/follow`, { method: 'POST', scopes: [scope] });
      expect((await follow('User.Read')).status).toBe(403);
      expect((await follow('Files.Read')).status).toBe(200);
    },
  );

  rule('is not for personal drives', { on: 'personal' }, async ({ graph, putFile }) => {
    const file = await putFile('a.txt', 'bytes');
    for (const action of ['follow', 'unfollow']) {
      expect((await graph(`${urlOf(file)}/${action}`, { method: 'POST' })).status).toBe(400);
    }
    expect((await graph('/me/drive/following')).status).toBe(400);
    expect((await graph(`/me/drive/following/${file.id}`, { method: 'DELETE' })).status).toBe(400);
  });
});
