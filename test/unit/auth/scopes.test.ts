import { describe, expect, it } from 'vitest';
import { resolveScopes, scopesFor } from '../../../src/auth/scopes';

const LADDER = { read: ['User.Read', 'Files.Read'], write: ['Files.ReadWrite'] };

describe('the scopes', () => {
  it('are the first two steps of the ladder unless named', () => {
    expect(resolveScopes()).toEqual(LADDER);
    expect(resolveScopes([])).toEqual(LADDER);
    expect(resolveScopes(['', 'https://graph.microsoft.com/'])).toEqual(LADDER);
  });

  it.each([
    'https://graph.microsoft.com/Files.ReadWrite.All',
    'https://GRAPH.microsoft.com/Files.ReadWrite.All',
    'https://graph.microsoft.us/Files.ReadWrite.All',
    'https://dod-graph.microsoft.us/Files.ReadWrite.All',
    'https://microsoftgraph.chinacloudapi.cn/Files.ReadWrite.All',
  ])('named by their full address are the same as named short: %s', (scope) => {
    expect(resolveScopes([scope])).toEqual({ read: ['Files.ReadWrite.All'], write: ['Files.ReadWrite.All'] });
  });

  it('for writing are those named that let files be written', () => {
    expect(resolveScopes(['User.Read', 'Files.Read', 'Sites.ReadWrite.All']).write).toEqual([
      'Sites.ReadWrite.All',
    ]);
    expect(resolveScopes(['Files.ReadWrite.AppFolder']).write).toEqual(['Files.ReadWrite.AppFolder']);
  });

  it('for writing are not those that write something else', () => {
    expect(resolveScopes(['Files.Read', 'Mail.ReadWrite', 'User.ReadWrite']).write).toEqual([
      'Files.ReadWrite',
    ]);
  });

  it('for reading and for writing, named both, are asked for one after the other', () => {
    expect(resolveScopes(['User.Read', 'Files.Read.All', 'Files.ReadWrite.All'])).toEqual({
      read: ['User.Read', 'Files.Read.All'],
      write: ['Files.ReadWrite.All'],
    });
  });

  it('for writing, named alone as guides do, are asked for at once', () => {
    expect(resolveScopes(['User.Read', 'Files.ReadWrite.All', 'offline_access'])).toEqual({
      read: ['User.Read', 'Files.ReadWrite.All'],
      write: ['Files.ReadWrite.All'],
    });
  });

  it('of the registration are all there are', () => {
    const all = ['https://graph.microsoft.com/.default'];
    expect(resolveScopes(['.default'])).toEqual({ read: all, write: all });
  });
});

describe('the steps above, for what lies outside of the own drive', () => {
  const least = { read: ['User.Read', 'Files.Read'], write: ['Files.ReadWrite'] };

  it.each([
    ['read-all', ['Files.Read.All']],
    ['write-all', ['Files.ReadWrite.All']],
    ['sites', ['Files.Read.All', 'Sites.Read.All']],
    ['teams', ['Files.Read.All', 'Team.ReadBasic.All', 'Channel.ReadBasic.All']],
  ] as const)('%s asks for the least that will do', (access, scopes) => {
    expect(scopesFor(least, access)).toEqual(scopes);
    expect(scopesFor(least, 'read')).toBe(least.read);
    expect(scopesFor(least, 'write')).toBe(least.write);
  });

  it('ask for what was named, where that allows as much', () => {
    const named = resolveScopes(['User.Read', 'Files.ReadWrite.All']);
    expect(scopesFor(named, 'read-all')).toEqual(['Files.ReadWrite.All']);
    expect(scopesFor(named, 'sites')).toEqual(['Files.ReadWrite.All', 'Sites.Read.All']);
    expect(scopesFor(resolveScopes(['Sites.ReadWrite.All']), 'sites')).toEqual(['Sites.ReadWrite.All']);
  });

  it('ask for the registration where that is all there is', () => {
    const whole = resolveScopes(['.default']);
    expect(scopesFor(whole, 'teams')).toEqual(['https://graph.microsoft.com/.default']);
  });
});
