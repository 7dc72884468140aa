import { expect, it } from 'vitest';
import { suggestSetting } from '../../../src/auth';

it.each([
  ['scopes.unknown', 'Files.ReadWriteAll', 'Files.ReadWrite.All'],
  ['scopes.unknown', 'https://graph.microsoft.com/v1.0/Files.Read', 'Files.Read'],
  ['scopes.unknown', 'Sites.Read', 'Sites.Read.All'],
  ['scopes.unknown', 'Files Read', 'Files.Read'],
  ['scopes.unknown', 'Files.Teleport.Everywhere', undefined],
  ['tenant.malformed', 'organisations', 'organizations'],
  ['tenant.malformed', ' Comon', 'common'],
  ['tenant.malformed', 'x', undefined],
  ['clientId.malformed', 'common', undefined],
] as const)('%s %j may have meant %j', (code, value, meant) => {
  expect(suggestSetting({ code, value })).toBe(meant);
});
