import { describe, expect, it } from 'vitest';
import { realTenant } from './support/real-tenant';
import { rule } from './support/target';

describe('what the rules are tried on', () => {
  if (realTenant === undefined) {
    it.skip('real tenant: set GRAPH_ROOT and GRAPH_TOKEN (CONTRIBUTING.md, “The contract suite”)');
  }

  rule('gives every rule an empty folder of its own, found by id and by path', async (context) => {
    const { folder, graph, putFile, makeFolder } = context;
    expect((await graph(`${folder.url}/children`)).json.value).toEqual([]);
    await makeFolder('a & b');
    const file = await putFile('a & b/100% #1.txt', 'x');
    expect((await graph(folder.at('a & b/100% #1.txt'))).json.id).toBe(file.id);
    expect((await graph(`/me/drive/root:/${folder.path}`)).json.id).toBe(folder.id);
    expect((await graph(`/drives/${folder.driveId}/items/${folder.id}`)).json.name).toBe(folder.name);
  });

  rule('gives bytes without the token', async ({ bytes, putFile }) => {
    const file = await putFile('a.txt', 'the bytes');
    expect((await bytes(file['@microsoft.graph.downloadUrl'])).text).toBe('the bytes');
  });

  rule('is the type of drive a rule asks for', { on: 'personal' }, async ({ driveType }) => {
    expect(driveType).toBe('personal');
  });

  rule('gives power over time to a rule that needs it', { needs: 'clock' }, async ({ world, graph }) => {
    world.clock.now += 3_600_000;
    const { headers } = await graph('/me/drive');
    expect(headers.get('date')).toBe('Mon, 02 Nov 2026 11:00:00 GMT');
  });
});
