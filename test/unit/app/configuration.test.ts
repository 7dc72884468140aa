import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOfPath, pathOfHash } from '../../../src/app/address-bar';
import { readConfiguration, type ConfigurationProblem } from '../../../src/app/configuration';
import { loadConfiguration } from '../../../src/app/load-configuration';
import { createManualEnvironment, type Answerer } from '../../support/manual-environment';

const PAGE = 'https://files.contoso.example/onedrive/index.html#/x';
const CLIENT = '22222222-2222-4222-8222-222222222222';

describe('the configuration', () => {
  it('needs nothing but a client id', () => {
    expect(readConfiguration({ clientId: CLIENT }, PAGE)).toMatchObject({
      kind: 'ready',
      configuration: {
        read: {
          clientId: CLIENT,
          redirectUri: 'https://files.contoso.example/onedrive/oauth2callback.html',
          cloud: {
            authority: 'https://login.microsoftonline.com/common',
            graphRoot: 'https://graph.microsoft.com/v1.0',
          },
        },
        rootPath: [],
        theme: 'auto',
      },
    });
  });

  it('takes scopes as words or list, and a root as a path', () => {
    const read = (scopes: string | string[]) =>
      readConfiguration({ clientId: CLIENT, scopes, root: '/A b//C/' }, PAGE);
    const expected = {
      configuration: { read: { scopes: ['Files.Read', 'User.Read'] }, rootPath: ['A b', 'C'] },
    };
    expect(read('Files.Read, User.Read')).toMatchObject(expected);
    expect(read(['Files.Read', 'User.Read'])).toMatchObject(expected);
  });

  it.each([
    [{ clientId: 'my-app' }, { code: 'clientId.malformed', value: 'my-app' }],
    [{ clientId: 5 }, { code: 'file.wrong-value', value: 'clientId' }],
    [
      { clientId: CLIENT, tenant: 'a b' },
      { code: 'tenant.malformed', value: 'a b' },
    ],
    [
      { clientId: CLIENT, authority: 'contoso' },
      { code: 'authority.malformed', value: 'contoso' },
    ],
    [
      { clientId: CLIENT, authority: 'http://contoso.example/x' },
      { code: 'authority.insecure', value: 'http://contoso.example/x' },
    ],
    [
      { clientId: CLIENT, redirectUri: 'http://files.contoso.example/x' },
      { code: 'redirectUri.insecure', value: 'http://files.contoso.example/x' },
    ],
    [
      { clientId: CLIENT, redirectUri: 'http://' },
      { code: 'redirectUri.insecure', value: 'http://' },
    ],
    [
      { clientId: CLIENT, redirectUri: 'https://login.contoso.example/oauth2callback.html' },
      {
        code: 'redirectUri.other-origin',
        value: 'https://login.contoso.example/oauth2callback.html',
      },
    ],
    [
      { clientId: CLIENT, redirectUri: 'oauth2callback.html#x' },
      {
        code: 'redirectUri.inexact',
        value: 'https://files.contoso.example/onedrive/oauth2callback.html#x',
      },
    ],
    [
      { clientId: CLIENT, clientid: CLIENT },
      { code: 'file.unknown-key', value: 'clientid' },
    ],
    [
      { clientId: CLIENT, cloud: 'mars' },
      { code: 'file.wrong-value', value: 'cloud' },
    ],
    [
      { clientId: CLIENT, cloud: { authority: 'http://login.example', graph: 'https://graph.example' } },
      { code: 'cloud.insecure', value: 'http://login.example' },
    ],
    [
      { clientId: CLIENT, authority: 'https://login.example/x', cloud: { authority: '', graph: '' } },
      { code: 'cloud.insecure', value: '' },
    ],
    [
      { clientId: CLIENT, scopes: 'Files.ReadWriteAll' },
      { code: 'scopes.unknown', value: 'Files.ReadWriteAll' },
    ],
    [
      { clientId: CLIENT, theme: 'pink' },
      { code: 'file.wrong-value', value: 'theme' },
    ],
  ] satisfies [object, ConfigurationProblem][])('%j is refused with what is wrong', (json, problem) => {
    expect(readConfiguration(json, PAGE)).toMatchObject({ kind: 'wrong', problems: [problem] });
  });

  it.each([{}, { clientId: '' }, { clientId: ' ', tenant: 'common' }])(
    '%j is nobody’s yet, which is no mistake',
    (json) => {
      expect(readConfiguration(json, PAGE)).toMatchObject({ kind: 'unconfigured', setup: true, given: json });
    },
  );

  it.each([
    [{ setup: false }, false],
    [{ setup: 'false' }, false],
    [{ setup: false, clientid: '' }, false],
    [{ setup: true }, true],
    [{ setup: 'no' }, true],
  ])('%j hides the set-up assistant, or does not', (json, setup) => {
    expect(readConfiguration(json, PAGE)).toMatchObject({ setup });
  });

  it('tells everything that is wrong at once', () => {
    const outcome = readConfiguration(
      { clientId: 'x', tenant: '?', redirectUri: 'http://files.contoso.example/' },
      PAGE,
    );
    expect(outcome).toMatchObject({
      kind: 'wrong',
      problems: [
        { code: 'clientId.malformed' },
        { code: 'tenant.malformed' },
        { code: 'redirectUri.insecure' },
      ],
    });
  });

  it('of the emulator is plain http on loopback', () => {
    const json = { clientId: CLIENT, authority: 'http://localhost:5174/contoso.example/v2.0' };
    expect(readConfiguration(json, 'http://localhost:5173/')).toMatchObject({
      kind: 'ready',
      configuration: { read: { cloud: { graphRoot: 'http://localhost:5174/v1.0' } } },
    });
  });
});

describe('the configuration file', () => {
  const load = (answerer: Answerer) => {
    const environment = createManualEnvironment();
    environment.answerWith(answerer);
    return { environment, outcome: loadConfiguration(environment, PAGE) };
  };

  it('lies beside the page and is never taken from a stale cache', async () => {
    const { environment, outcome } = load(() => Response.json({ clientId: CLIENT }));
    expect(await outcome).toMatchObject({ kind: 'ready' });
    expect(environment.requests[0]).toMatchObject({
      url: 'https://files.contoso.example/onedrive/onedrive.config.json',
      init: { cache: 'no-cache' },
    });
  });

  it.each([
    ['is not there', () => new Response('', { status: 404 })],
    ['is answered with index.html', () => new Response('\n <!doctype html>')],
    [
      'is forbidden, as storage services say of one that is not there',
      () => new Response('', { status: 403 }),
    ],
  ] satisfies [string, Answerer][])('that %s leaves what was built in', async (_name, answerer) => {
    expect(await load(answerer).outcome).toMatchObject({ kind: 'unconfigured' });
  });

  it.each([
    ['cannot be reached', () => Promise.reject(new TypeError('x'))],
    ['is answered with an error', () => new Response('', { status: 503 })],
    ['wants a sign-in of the server', () => new Response('', { status: 401 })],
  ] satisfies [string, Answerer][])('that %s is no page to be set up', async (_name, answerer) => {
    expect(await load(answerer).outcome).toMatchObject({
      kind: 'wrong',
      setup: false,
      problems: [{ code: 'file.unreachable' }],
    });
  });

  it.each(['{"clientId":', '5', 'null', ''])('that is no object is unreadable: %j', async (text) => {
    expect(await load(() => new Response(text)).outcome).toMatchObject({
      kind: 'wrong',
      problems: [{ code: 'file.unreadable' }],
    });
  });
});

describe('the address of a folder', () => {
  const anyName = fc
    .oneof(
      fc.constantFrom('#1', '100%', '%2F', 'a b', '?x=1', '&', '+', "'", 'é', '🎉', '...', 'مشاريع'),
      fc.string({ unit: 'grapheme' }),
    )
    // No folder is called so.
    .filter((name) => name !== '' && name !== '.' && name !== '..' && !name.includes('/'));

  it('gives the names back, whatever a folder may be called', () => {
    fc.assert(
      fc.property(fc.array(anyName), (names) => {
        const hash = hashOfPath(names);
        expect(pathOfHash(hash)).toEqual(names);
        // As the browser writes it into the address bar.
        expect(pathOfHash(new URL(hash, PAGE).hash)).toEqual(names);
      }),
    );
  });

  it('survives a name that ends in half a character', () => {
    expect(pathOfHash(hashOfPath(['a\ud83c', '🎉']))).toEqual(['a\ufffd', '🎉']);
  });

  it('may be typed by hand, with stray percent signs and slashes', () => {
    expect(pathOfHash('')).toEqual([]);
    expect(pathOfHash('#')).toEqual([]);
    expect(pathOfHash('#/')).toEqual([]);
    expect(pathOfHash('#Documents//100%/')).toEqual(['Documents', '100%']);
  });

  it('parts names at an encoded slash, and walks up at two dots', () => {
    expect(pathOfHash('#/Documents%2FProjects')).toEqual(['Documents', 'Projects']);
    expect(pathOfHash('#/Documents/../Music/./Live')).toEqual(['Music', 'Live']);
    expect(pathOfHash('#/..')).toEqual([]);
  });
});
