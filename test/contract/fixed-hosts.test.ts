import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCliOptions } from '../../src/emulator/node/cli-options';
import type { TlsFiles } from '../../src/emulator/node/loopback-server';
import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';
import { namedRequest, type NamedRequest } from '../support/named-request';
import { makeCertificate } from '../support/throw-away-certificate';

const LOGIN = 'login.microsoftonline.com';
const GRAPH = 'graph.microsoft.com';
const BYTES = 'contoso-my.sharepoint.com';
const FOREIGN = 'graph.microsoft.com.evil.example';

let tls: TlsFiles;
let emulator: RunningEmulator;
let token: string;

beforeAll(async () => {
  tls = await makeCertificate(LOGIN, GRAPH, BYTES, FOREIGN);
  const hosts = { login: LOGIN, graph: 'Graph.Microsoft.com', bytes: BYTES };
  emulator = await startEmulator({ port: 0, bytesPort: 0, tls, hosts });
  const answer = await ask(at('localhost', '/_emulator/token?user=work@contoso.example'));
  ({ access_token: token } = JSON.parse(answer.text));
});

afterAll(() => emulator.close());

/** The port where login and Graph are, under any name. */
const at = (name: string, path: string): string =>
  `https://${name}:${new URL(emulator.loginOrigin).port}${path}`;

/** The port of the bytes. */
const bytesAt = (name: string, path: string): string =>
  `https://${name}:${new URL(emulator.bytesOrigin).port}${path}`;

const ask = (url: string, init: Omit<NamedRequest, 'ca'> = {}) => {
  const { port } = new URL(emulator.loginOrigin);
  const authorization = new URL(url).port === port ? { authorization: `Bearer ${token}` } : {};
  return namedRequest(url, { ...init, ca: tls.cert, headers: { ...authorization, ...init.headers } });
};

describe('a client with fixed host names', () => {
  it('finds the identity platform under its name, and its answers name it', async () => {
    const answer = await ask(at(LOGIN, '/common/v2.0/.well-known/openid-configuration'));
    const { issuer, token_endpoint: endpoint } = JSON.parse(answer.text);
    expect(issuer).toBe(at(LOGIN, '/{tenantid}/v2.0'));
    expect(endpoint).toBe(at(LOGIN, '/common/oauth2/v2.0/token'));
  });

  it('finds Graph under its name, and links lead there', async () => {
    const first = await ask(at(GRAPH, '/v1.0/me/drive/root/children?$top=1'));
    const link: string = JSON.parse(first.text)['@odata.nextLink'];
    expect(link.startsWith(at(GRAPH, '/v1.0/me/drive/'))).toBe(true);
    expect((await ask(link)).status).toBe(200);
  });

  it('sends bytes to the third host and gets them from there', async () => {
    const opening = at(GRAPH, '/v1.0/me/drive/root:/a.bin:/createUploadSession');
    const { uploadUrl } = JSON.parse((await ask(opening, { method: 'POST' })).text);
    expect(new URL(uploadUrl).origin).toBe(new URL(bytesAt(BYTES, '/')).origin);
    const headers = { 'content-range': 'bytes 0-2/3', 'content-length': '3' };
    expect((await ask(uploadUrl, { method: 'PUT', body: 'abc', headers })).status).toBe(201);

    const { status, headers: found } = await ask(at(GRAPH, '/v1.0/me/drive/root:/a.bin:/content'));
    expect(status).toBe(302);
    const location = String(found['location']);
    expect(new URL(location).origin).toBe(new URL(uploadUrl).origin);
    expect((await ask(location)).text).toBe('abc');
  });

  it('may call this computer by its own name all the same', async () => {
    expect((await ask(at('localhost', '/v1.0/me/drive'))).status).toBe(200);
  });

  it('is answered by each host under its own name only', async () => {
    expect((await ask(at(FOREIGN, '/v1.0/me/drive'))).status).toBe(403);
    expect((await ask(at(BYTES, '/v1.0/me/drive'))).status).toBe(403);
    expect((await ask(bytesAt(GRAPH, '/'))).status).toBe(403);
    expect((await ask(bytesAt(FOREIGN, '/'))).status).toBe(403);
  });

  it('can steer the emulator only as on this computer', async () => {
    expect((await ask(at('localhost', '/_emulator/state'))).status).toBe(200);
    expect((await ask(at(LOGIN, '/_emulator/state'))).status).toBe(403);
    expect((await ask(at(GRAPH, '/_emulator/state'))).status).toBe(403);
    const page = { headers: { origin: `https://${GRAPH}` } };
    expect((await ask(at('localhost', '/_emulator/state'), page)).status).toBe(403);
  });
});

describe('fixed host names', () => {
  it('are read from the command line', () => {
    const names = ['--login-host', LOGIN, '--graph-host', GRAPH, '--bytes-host', BYTES];
    expect(readCliOptions(names).start.hosts).toEqual({ login: LOGIN, graph: GRAPH, bytes: BYTES });
  });

  it('need TLS', async () => {
    await expect(startEmulator({ port: 0, bytesPort: 0, hosts: { graph: GRAPH } })).rejects.toThrow(
      'Fixed host names need TLS: give a certificate for them and its key (npm run emulator: --tls-cert and --tls-key).',
    );
  });

  it.each([
    '',
    'graph',
    '10.0.0.1',
    'https://graph.microsoft.com',
    'graph.microsoft.com:443',
    '*.microsoft.com',
  ])('must be host names, which “%s” is not', async (graph) => {
    await expect(startEmulator({ port: 0, bytesPort: 0, tls, hosts: { graph } })).rejects.toThrow(
      `“${graph}” is no host name: give one such as graph.microsoft.com.`,
    );
  });
});
