import { describe, expect, it } from 'vitest';
import { missingScopes, scopesOfToken } from '../../../src/self-test/token-scopes';

const token = (claims: object) => `e30.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.c2ln`;

describe('the scopes of a token', () => {
  it.each([
    ['are read out of it', token({ scp: 'User.Read Files.Read' }), ['User.Read', 'Files.Read']],
    ['are not told by the token of a personal account', 'EwB4A8l6BAAU', undefined],
    ['are not told by something that only looks like one', 'a.b.c', undefined],
  ])('%s', (_name, text, scopes) => {
    expect(scopesOfToken(text)).toEqual(scopes);
  });
});

describe('a scope is missing', () => {
  it.each<[string, string[], string[], string[]]>([
    ['where it was not granted', ['User.Read', 'Files.Read'], ['User.Read'], ['Files.Read']],
    ['not where more was granted', ['Files.Read'], ['Files.ReadWrite.All'], []],
    ['where less was granted', ['Files.ReadWrite'], ['Files.Read.All'], ['Files.ReadWrite']],
    ['where less far was granted', ['Files.Read.All'], ['Files.ReadWrite'], ['Files.Read.All']],
    ['not for the case of its letters', ['files.read'], ['Files.Read'], []],
    ['not where it is no permission', ['openid', 'offline_access', 'Files.Read'], ['Files.Read'], []],
  ])('%s', (_name, asked, granted, missing) => {
    expect(missingScopes(asked, granted)).toEqual(missing);
  });
});
