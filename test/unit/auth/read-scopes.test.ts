import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FILE_SCOPES,
  MICROSOFT_CLOUDS,
  needlessScopes,
  readScopes,
  settingProblemOf,
  type SettingProblemCode,
} from '../../../src/auth';
import { toOneDriveError } from '../../../src/lib';

const GRAPH = 'https://graph.contoso.example/v1.0';
const RESOURCES = [
  ...Object.values(MICROSOFT_CLOUDS).map(({ graph }) => graph),
  'https://graph.contoso.example',
  'https://GRAPH.microsoft.com',
  '00000003-0000-0000-c000-000000000000',
];

describe('the scopes that an integrator names', () => {
  it('are written one way, however they are spelt, repeated and surrounded', () => {
    const spelling = fc
      .record({
        scope: fc.constantFrom(...FILE_SCOPES),
        resource: fc.constantFrom(undefined, ...RESOURCES),
        change: fc.constantFrom(
          (name: string) => name,
          (name: string) => name.toLowerCase(),
          (name: string) => name.toUpperCase(),
          (name: string) => ` ${name}\n`,
        ),
      })
      .map(({ scope, resource, change }) => ({
        scope,
        written: change(resource === undefined ? scope : `${resource}/${scope}`),
      }));
    const added = fc.subarray(['openid', 'Profile', 'OFFLINE_ACCESS', ' ']);
    fc.assert(
      fc.property(fc.array(spelling), added, (spellings, more) => {
        const read = readScopes([...spellings.map(({ written }) => written), ...more], GRAPH);
        expect(read).toEqual([...new Set(spellings.map(({ scope }) => scope))]);
        expect(readScopes(read, GRAPH)).toEqual(read);
      }),
    );
  });

  it('may be those of another part of Graph, which the control does not know', () => {
    expect(readScopes(['Mail.Read', 'email'], GRAPH)).toEqual(['Mail.Read', 'email']);
  });

  it('of the registration keep the resource, without which they mean nothing', () => {
    expect(readScopes(['.default', 'offline_access'], GRAPH)).toEqual([
      'https://graph.contoso.example/.default',
    ]);
    const ofChina = ['https://microsoftgraph.chinacloudapi.cn/.default'];
    expect(readScopes(ofChina, GRAPH)).toEqual(ofChina);
  });

  it.each([
    ['https://contoso.sharepoint.com/AllSites.Read', 'scopes.other-resource'],
    ['api://11111111-1111-4111-8111-111111111111/read', 'scopes.other-resource'],
    ['https://graph.microsoft.com.evil.example/Files.Read', 'scopes.other-resource'],
    ['https://graph.microsoft.com/v1.0/Files.Read', 'scopes.unknown'],
    ['Files.ReadWriteAll', 'scopes.unknown'],
    ['File.Read', 'scopes.unknown'],
    ['Sites.Read', 'scopes.unknown'],
    ['Files Read', 'scopes.unknown'],
    ['<scope>', 'scopes.unknown'],
  ] satisfies [string, SettingProblemCode][])('%s is refused: %s', (scope, code) => {
    expect(problemWith([scope])).toEqual({ code, value: scope });
  });

  it('of the registration stand alone', () => {
    expect(problemWith(['.default', 'Files.Read'])).toEqual({
      code: 'scopes.default-mixed',
      value: '.default Files.Read',
    });
  });

  it('are told where an administrator would have to allow what is never needed', () => {
    const scopes = ['Files.Read', 'Sites.FullControl.All', 'Group.Read.All', 'Directory.Read.All'];
    expect(needlessScopes(scopes)).toEqual(scopes.slice(1));
  });
});

function problemWith(scopes: readonly string[]) {
  try {
    return readScopes(scopes, GRAPH);
  } catch (reason) {
    return settingProblemOf(toOneDriveError(reason));
  }
}
