import { describe, expect, it, vi } from 'vitest';
import { createEmulatedGraph } from '../../src/emulator/graph';
import { createMemoryContentStore } from '../../src/emulator/store';
import {
  ada,
  blindThumbnailer,
  bob,
  BYTES,
  createWorld,
  everybody,
  GRAPH,
  putFile,
  team,
  type Json,
  type Reply,
} from './graph-world';
import { rule } from './support/target';

const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];

describe('what a token allows', () => {
  for (const scope of [
    'Files.Read',
    'Files.Read.All',
    'Files.ReadWrite',
    'Files.ReadWrite.All',
    'Sites.Read.All',
  ]) {
    rule(`${scope} reads`, { needs: 'scopes', on: 'own' }, async ({ graph, folder }) => {
      expect((await graph(`${folder.url}/children`, { scopes: [scope] })).status).toBe(200);
    });
  }

  for (const scope of ['Files.Read', 'Files.Read.All', 'User.Read']) {
    rule(`${scope} does not write`, { needs: 'scopes' }, async ({ graph, folder, putFile }) => {
      await putFile('a.txt', 'x');
      const scopes = [scope];
      const tries = [
        await graph(`${folder.url}/children`, { scopes, body: { name: 'x', folder: {} } }),
        await graph(folder.at('b.txt', 'content'), { scopes, method: 'PUT', body: 'x' }),
        await graph(folder.at('b.txt', 'createUploadSession'), { scopes, body: {} }),
        await graph(folder.at('a.txt'), { scopes, method: 'PATCH', body: { name: 'b.txt' } }),
        await graph(folder.at('a.txt'), { scopes, method: 'DELETE' }),
      ];
      for (const answer of tries) expect(outcome(answer)).toEqual([403, 'accessDenied']);
      expect((await graph(`${folder.url}/children`)).json.value).toHaveLength(1);
    });
  }

  rule(
    'User.Read opens /me and no drive, Files.Read the other way round',
    { needs: 'scopes', on: 'business' },
    async ({ graph }) => {
      const me = await graph('/me', { scopes: ['User.Read'] });
      expect(me.json).toMatchObject({
        id: ada.oid,
        displayName: ada.name,
        userPrincipalName: ada.upn,
        givenName: 'Ada',
      });
      expect(outcome(await graph('/me/drive', { scopes: ['User.Read'] }))).toEqual([403, 'accessDenied']);
      expect((await graph('/me', { scopes: ['Files.Read'] })).status).toBe(403);
      expect((await graph('/me/photo/$value')).status).toBe(404);
    },
  );

  rule('nothing at all, if it is none', async ({ graph, folder }) => {
    for (const Authorization of ['Bearer none', 'Basic bm86bm8=', '']) {
      const answer = await graph(folder.url, { headers: { Authorization } });
      expect(outcome(answer)).toEqual([401, 'InvalidAuthenticationToken']);
    }
  });

  rule(
    'nothing without a token: the answer is readable by the page',
    { needs: 'state' },
    async ({ world }) => {
      const { status, headers } = await world.service.handleGraph(new Request(`${GRAPH}/v1.0/me/drive`));
      expect(status).toBe(401);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('request-id')).toBeTruthy();
    },
  );
});

describe('answers', () => {
  rule('carry ids and the type with its parameters', async ({ graph }) => {
    const id = crypto.randomUUID();
    const { headers } = await graph('/me/drive', { headers: { 'client-request-id': id } });
    expect(headers.get('client-request-id')).toBe(id);
    expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('content-type')).toMatch(/^application\/json;odata\.metadata=minimal.*charset=utf-8$/);
    expect(headers.get('odata-version')).toBe('4.0');
  });

  rule('carry the time of the service', { needs: 'clock' }, async ({ graph, world }) => {
    const { headers } = await graph('/me/drive');
    expect(headers.get('date')).toBe(new Date(world.clock.now).toUTCString());
    expect(headers.get('cache-control')).toBe('no-store');
  });

  rule('in error carry the inner error with the same ids', async ({ graph }) => {
    const id = crypto.randomUUID();
    const { headers, json } = await graph('/me/drive/root:/no', { headers: { 'client-request-id': id } });
    expect(json.error).toMatchObject({
      code: 'itemNotFound',
      message: expect.any(String),
      innerError: { 'request-id': headers.get('request-id'), 'client-request-id': id },
    });
    expect(json.error.innerError.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  });

  rule('refuse other methods', async ({ graph, folder }) => {
    expect((await graph('/me/drive', { method: 'POST', body: {} })).status).toBe(405);
    expect((await graph(folder.url, { method: 'POST', body: {} })).status).toBe(405);
  });

  rule('refuse other versions', async ({ graph }) => {
    const { json } = await graph('/me/drive');
    const { origin } = new URL((json as Json & { '@odata.context': string })['@odata.context']);
    expect((await graph(`${origin}/v9/me/drive`)).status).toBe(400);
  });

  const exposed = ({ headers }: Reply): string[] =>
    (headers.get('access-control-expose-headers') ?? '').split(', ');

  rule(
    'are readable by pages, with exactly the headers the service exposes',
    { needs: 'state' },
    async ({ graph }) => {
      const answer = await graph('/me/drive');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(exposed(answer)).toEqual(
        expect.arrayContaining(['ETag', 'Location', 'WWW-Authenticate', 'Retry-After']),
      );
      expect(exposed(answer)).not.toContain('Date');
    },
  );

  rule('do not expose Retry-After', { needs: 'strict', strict: true }, async ({ graph }) => {
    expect(exposed(await graph('/me/drive'))).not.toContain('Retry-After');
  });

  rule('to a preflight allow whatever was asked, without a token', { needs: 'state' }, async ({ world }) => {
    const response = await world.service.handleGraph(
      new Request(`${GRAPH}/v1.0/me/drive`, {
        method: 'OPTIONS',
        headers: {
          'Access-Control-Request-Headers': 'authorization,client-request-id',
          'Access-Control-Request-Method': 'PATCH',
        },
      }),
    );
    expect(response.ok).toBe(true);
    expect(response.headers.get('access-control-allow-headers')).toBe('authorization,client-request-id');
    expect(response.headers.get('access-control-allow-methods')).toContain('PATCH');
  });

  it('to what nobody foresaw are 500 in the usual shape', async () => {
    const noise = vi.spyOn(console, 'error').mockImplementation(() => {});
    const service = await createEmulatedGraph(
      {
        origins: { graph: GRAPH, bytes: BYTES },
        strict: false,
        now: () => 0,
        users: () => [],
        groups: () => [],
        authorize: () => Promise.reject(new Error('broken')),
      },
      {
        drive: 'empty',
        profile: 'business',
        contentStore: createMemoryContentStore(),
        thumbnailer: blindThumbnailer,
      },
    );
    const response = await service.handleGraph(new Request(`${GRAPH}/v1.0/me/drive`));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('broken');
    noise.mockRestore();
  });
});

describe('the service', () => {
  it('tells the truth to oracles', async () => {
    const world = await createWorld();
    const file = await putFile(world, 'a.txt', 'hello');
    expect(world.service.state()).toMatchObject({
      drives: [
        {
          owner: ada.upn,
          count: 2,
          items: [
            { path: '/' },
            {
              id: file.id,
              path: '/a.txt',
              size: 5,
              eTag: file.eTag,
              quickXorHash: file.file.hashes.quickXorHash,
            },
          ],
        },
        { driveType: 'personal', count: 1 },
        { driveType: 'business', owner: bob.upn, count: 1 },
        { driveType: 'documentLibrary', owner: everybody.mail, count: 1 },
        { driveType: 'documentLibrary', owner: everybody.mail, count: 1 },
        { driveType: 'documentLibrary', owner: team.mail, count: 1 },
        { driveType: 'documentLibrary', owner: team.mail, count: 1 },
      ],
    });
  });

  it('begins again on reset', async () => {
    const world = await createWorld();
    const before = await putFile(world, 'a.txt', 'hello');
    await world.service.reset();
    expect((await world.graph('/me/drive/root/children')).json.value).toEqual([]);
    expect((await world.bytes(before['@microsoft.graph.downloadUrl'])).status).toBe(401);
    expect((await putFile(world, 'a.txt', 'hello')).id).toBe(before.id);
  });
});
