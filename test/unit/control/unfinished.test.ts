import { describe, expect, it } from 'vitest';
import type { Resumption } from '../../../src/auth';
import { takeNote } from '../../../src/control/unfinished/leave-note';
import { collectActs, type PendingAct } from '../../../src/control/unfinished/pending-act';
import { runActs } from '../../../src/control/unfinished/resume-acts';
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

  it('is read once', () => {
    const environment = leave(JSON.stringify({ id: '1', path: ['A'], until: Number.MAX_VALUE }));
    expect(takeNote(environment, key)).toMatchObject({ id: '1', path: ['A'] });
    expect(takeNote(environment, key)).toBeUndefined();
  });

  it('says nothing once it is old, or is none', () => {
    const environment = leave(JSON.stringify({ id: '1', path: [], until: 1 }));
    expect(takeNote(environment, key)).toBeUndefined();
    expect(takeNote(leave('{'), key)).toBeUndefined();
  });
});

describe('going on', () => {
  function setUp(createFolder: () => Promise<DriveItem>) {
    const resumption = createStore<Resumption<PendingAct> | undefined>(undefined);
    const statuses: (string | undefined)[] = [];
    resumption.subscribe(() => statuses.push(resumption.get()?.status));
    const applied: unknown[] = [];
    const parts = {
      resumption,
      commands: { createFolder, rename: async (item: DriveItem) => item, remove: async () => [] },
      requests: { item: async () => buildFile({ id: '1', name: 'a.txt' }) },
      folder: { apply: (change: unknown) => void applied.push(change) },
      transfers: { upload: async () => [], download: async () => undefined },
    };
    return { parts, resumption, statuses, applied };
  }
  const acts: PendingAct[] = [
    { kind: 'create-folder', parent: target, name: 'Plans', names: ['Plans'] },
    { kind: 'rename', item: { driveId: 'drive', id: '1', name: 'a.txt' }, name: 'b', names: ['a.txt', 'b'] },
  ];

  it('does one after another and shows what came of it', async () => {
    const { parts, resumption, statuses, applied } = setUp(async () => buildFolder({ name: 'Plans' }));
    await runActs(parts, acts);
    expect(statuses).toEqual(['running', 'running', 'done']);
    expect(resumption.get()).toEqual({ status: 'done', acts });
    expect(applied).toHaveLength(2);
  });

  it('offers what failed, and what would have come after it', async () => {
    const error = new OneDriveError('name-conflict');
    const { parts, resumption } = setUp(() => Promise.reject(error));
    await runActs(parts, acts);
    expect(resumption.get()).toEqual({ status: 'offered', acts, error });
  });
});
