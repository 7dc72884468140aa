import { describe, expect, it } from 'vitest';
import { dropNote, findNote } from '../../../src/control/unfinished/leave-note';
import { collectActs, type PendingAct } from '../../../src/control/unfinished/pending-act';
import { runActs, type OwnedResumption } from '../../../src/control/unfinished/resume-acts';
import type { DriveItem } from '../../../src/drive';
import { createStore, OneDriveError } from '../../../src/lib';
import { buildFile, buildFolder } from '../../support/drive-items';
import { createManualEnvironment } from '../../support/manual-environment';

const target = { driveId: 'drive', id: 'target', name: 'Target' };
const upload = (name: string) =>
  ({
    kind: 'upload',
    source: { kind: 'file', file: new File(['x'], name), path: [] },
    target,
    conflictBehavior: 'ask',
  }) as const;

describe('what waits when the page goes', () => {
  it('has the files of one folder as one act, and of items only what finds them again', () => {
    const item = buildFile({ id: '1', name: 'a.txt' });
    const acts = collectActs(
      [{ kind: 'rename', item, name: 'b.txt' }],
      [upload('one'), upload('two'), { kind: 'download', items: [item] }],
    );
    expect(acts.map(({ kind, names }) => [kind, ...names])).toEqual([
      ['rename', 'a.txt', 'b.txt'],
      ['upload', 'one', 'two'],
      ['download', 'a.txt'],
    ]);
    expect(JSON.stringify(acts)).not.toContain('eTag');
  });
});

describe('the note for the page that comes back', () => {
  const key = 'onedrive-control.left.client.0';
  const leave = (text: string) => {
    const environment = createManualEnvironment();
    environment.tabStorage()?.setItem(key, text);
    return environment;
  };

  it('stands until its owner is there, and then no more', () => {
    const note = { id: '1', accountId: 'megan', path: ['A'], until: Number.MAX_VALUE };
    const environment = leave(JSON.stringify(note));
    expect(findNote(environment, key)).toEqual(note);
    dropNote(environment, key, { ...note, id: 'a later departure' });
    expect(findNote(environment, key)).toEqual(note);
    dropNote(environment, key, note);
    expect(findNote(environment, key)).toBeUndefined();
  });

  it('says nothing once it is old, or is none', () => {
    const environment = leave(JSON.stringify({ id: '1', path: [], until: 1 }));
    expect(findNote(environment, key)).toBeUndefined();
    expect(findNote(leave('{'), key)).toBeUndefined();
  });
});

describe('going on', () => {
  function setUp(createFolder: () => Promise<DriveItem>) {
    const resumption = createStore<OwnedResumption | undefined>(undefined);
    const statuses: (string | undefined)[] = [];
    resumption.subscribe(() => statuses.push(resumption.get()?.status));
    const applied: unknown[] = [];
    const signedIn = { id: 'megan' };
    const parts = {
      resumption,
      accountId: () => signedIn.id,
      commands: {
        createFolder,
        createFile: async () => buildFile(),
        rename: async (item: DriveItem) => item,
        move: async (items: readonly DriveItem[]) =>
          items.map((item) => ({ item, changed: { ...item, eTag: '"2"' } })),
        remove: async () => [],
      },
      requests: { item: async () => buildFile({ id: '1', name: 'a.txt' }) },
      folder: { apply: (change: unknown) => void applied.push(change) },
      transfers: { upload: async () => [], download: async () => undefined, copy: async () => [] },
      saving: () => undefined,
    };
    return { parts, resumption, statuses, applied, signedIn };
  }
  const acts: PendingAct[] = [
    { kind: 'create-folder', parent: target, name: 'Plans', names: ['Plans'] },
    { kind: 'rename', item: { driveId: 'drive', id: '1', name: 'a.txt' }, name: 'b', names: ['a.txt', 'b'] },
  ];

  it('does one after another and shows what came of it', async () => {
    const { parts, resumption, statuses, applied } = setUp(async () => buildFolder({ name: 'Plans' }));
    await runActs(parts, acts, 'megan');
    expect(statuses).toEqual(['running', 'running', 'done']);
    expect(resumption.get()).toEqual({ accountId: 'megan', status: 'done', acts });
    expect(applied).toHaveLength(2);
  });

  it('offers what failed, and what would have come after it', async () => {
    const error = new OneDriveError('name-conflict');
    const { parts, resumption } = setUp(() => Promise.reject(error));
    await runActs(parts, acts, 'megan');
    expect(resumption.get()).toEqual({ accountId: 'megan', status: 'offered', acts, error });
  });

  it('stops where somebody else is signed in meanwhile, and offers them nothing', async () => {
    const { parts, resumption, applied, signedIn } = setUp(async () => {
      signedIn.id = 'alex';
      return buildFolder({ name: 'Plans' });
    });
    await runActs(parts, acts, 'megan');
    expect(applied).toHaveLength(1);
    expect(resumption.get()).toMatchObject({ accountId: 'megan', status: 'running' });
    resumption.set({ accountId: 'megan', status: 'offered', acts });
    await runActs(parts, acts, 'megan');
    expect(applied).toHaveLength(1);
  });

  it('changes nothing with another account’s token that was found with one’s own', async () => {
    const { parts, applied, signedIn } = setUp(async () => buildFolder({ name: 'Plans' }));
    const item = async () => {
      signedIn.id = 'alex';
      return buildFile({ id: '1', name: 'a.txt' });
    };
    await runActs({ ...parts, requests: { item } }, acts.slice(1), 'megan');
    expect(applied).toEqual([]);
  });
});
