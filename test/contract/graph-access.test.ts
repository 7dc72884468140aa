import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createEmulatedGraph } from '../../src/emulator/graph';
import { createMemoryContentStore } from '../../src/emulator/store';
import {
  ada,
  blindThumbnailer,
  BYTES,
  createWorld,
  GRAPH,
  putFile,
  type Reply,
  type TestWorld,
} from './graph-world';

let world: TestWorld;

beforeEach(async () => {
  world = await createWorld();
});

const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];

describe('what a token allows', () => {
  it.each(['Files.Read', 'Files.Read.All', 'Files.ReadWrite', 'Files.ReadWrite.All', 'Sites.Read.All'])(
    '%s reads',
    async (scope) => {
      expect((await world.graph('/me/drive/root/children', { scopes: [scope] })).status).toBe(200);
    },
  );

  it.each(['Files.Read', 'Files.Read.All', 'User.Read'])('%s does not write', async (scope) => {
    await putFile(world, 'a.txt', 'x');
    const scopes = [scope];
    const tries = [
      await world.graph('/me/drive/root/children', { scopes, body: { name: 'x', folder: {} } }),
      await world.graph('/me/drive/root:/b.txt:/content', { scopes, method: 'PUT', body: 'x' }),
      await world.graph('/me/drive/root:/b.txt:/createUploadSession', { scopes, body: {} }),
      await world.graph('/me/drive/root:/a.txt', { scopes, method: 'PATCH', body: { name: 'b.txt' } }),
      await world.graph('/me/drive/root:/a.txt', { scopes, method: 'DELETE' }),
    ];
    for (const answer of tries) expect(outcome(answer)).toEqual([403, 'accessDenied']);
    expect((await world.graph('/me/drive/root/children')).json.value).toHaveLength(1);
  });

  it('User.Read opens /me and no drive, Files.Read the other way round', async () => {
    const me = await world.graph('/me', { scopes: ['User.Read'] });
    expect(me.json).toMatchObject({
      id: ada.oid,
      displayName: ada.name,
      userPrincipalName: ada.upn,
      givenName: 'Ada',
    });
    expect(outcome(await world.graph('/me/drive', { scopes: ['User.Read'] }))).toEqual([403, 'accessDenied']);
    expect((await world.graph('/me', { scopes: ['Files.Read'] })).status).toBe(403);
    expect((await world.graph('/me/photo/$value')).status).toBe(404);
  });

  it('no token: the answer of the identity part, readable by the page', async () => {
    const { status, headers } = await world.service
      .handleGraph(new Request(`${GRAPH}/v1.0/me/drive`))
      .then((response) => ({ status: response.status, headers: response.headers }));
    expect(status).toBe(401);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('request-id')).toBeTruthy();
  });
});

describe('answers', () => {
  it('carry ids, dates and the type with its parameters', async () => {
    const id = crypto.randomUUID();
    const { headers } = await world.graph('/me/drive', { headers: { 'client-request-id': id } });
    expect(headers.get('client-request-id')).toBe(id);
    expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('content-type')).toMatch(/^application\/json;odata\.metadata=minimal.*charset=utf-8$/);
    expect(headers.get('odata-version')).toBe('4.0');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('date')).toBe(new Date(world.clock.now).toUTCString());
  });

  it('in error carry the inner error with the same ids', async () => {
    const id = crypto.randomUUID();
    const { headers, json } = await world.graph('/me/drive/root:/no', {
      headers: { 'client-request-id': id },
    });
    expect(json.error).toMatchObject({
      code: 'itemNotFound',
      message: expect.any(String),
      innerError: { 'request-id': headers.get('request-id'), 'client-request-id': id },
    });
    expect(json.error.innerError.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  });

  it('refuse other methods and versions', async () => {
    expect((await world.graph('/me/drive', { method: 'DELETE' })).status).toBe(405);
    expect((await world.graph('/me/drive/root', { method: 'POST', body: {} })).status).toBe(405);
    expect((await world.graph(`${GRAPH}/v9/me/drive`)).status).toBe(400);
  });

  it('are readable by pages, with exactly the headers the service exposes', async () => {
    const exposed = async (): Promise<string[]> => {
      const { headers } = await world.graph('/me/drive');
      expect(headers.get('access-control-allow-origin')).toBe('*');
      return (headers.get('access-control-expose-headers') ?? '').split(', ');
    };
    expect(await exposed()).toEqual(
      expect.arrayContaining(['ETag', 'Location', 'WWW-Authenticate', 'Retry-After']),
    );
    expect(await exposed()).not.toContain('Date');
    world = await createWorld({}, { strict: true });
    expect(await exposed()).not.toContain('Retry-After');
  });

  it('to a preflight allow whatever was asked, without a token', async () => {
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
      ],
    });
  });

  it('begins again on reset', async () => {
    const before = await putFile(world, 'a.txt', 'hello');
    await world.service.reset();
    expect((await world.graph('/me/drive/root/children')).json.value).toEqual([]);
    expect((await world.bytes(before['@microsoft.graph.downloadUrl'])).status).toBe(401);
    expect((await putFile(world, 'a.txt', 'hello')).id).toBe(before.id);
  });
});
