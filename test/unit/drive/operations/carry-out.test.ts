import { describe, expect, it, vi } from 'vitest';
import { carryOut, type StepParts } from '../../../../src/drive/operations/carry-out';
import type { MoveStep, Step } from '../../../../src/drive/operations/operation';
import type { Graph } from '../../../../src/graph';
import { OneDriveError } from '../../../../src/lib';
import { buildFile, buildFolder } from '../../../support/drive-items';

const FILE = buildFile({ id: 'f', name: 'a.txt' });
const COPY = buildFile({ id: 'copy', name: 'a.txt', driveId: 'other' });
const BETWEEN: MoveStep = { kind: 'move', item: FILE, to: { driveId: 'other', id: 'there', name: 'There' } };
const { signal } = new AbortController();

function setUp({ fresh = FILE, change = {} }: { fresh?: typeof FILE; change?: Partial<StepParts> } = {}) {
  const sent: string[] = [];
  const refuse = () => Promise.reject(new OneDriveError('name-conflict'));
  const graph: Partial<Graph> = {
    patch: refuse,
    post: refuse,
    delete: async ({ path, headers }) => void sent.push(`DELETE ${path} ${headers?.['If-Match'] ?? ''}`),
  };
  const copyThere = vi.fn(async () => COPY);
  const parts: StepParts = {
    // The rest of it is not asked here.
    graph: graph as Graph,
    requests: { item: async () => fresh, child: async () => FILE },
    copyThere,
    ...change,
  };
  const phases: string[] = [];
  const run = (step: Step) => carryOut(parts, step, signal, (phase) => phases.push(phase));
  return { run, sent, phases, copyThere };
}

describe('a move between drives', () => {
  it('deletes the original only when the copy is there, and guards it by its eTag', async () => {
    const { run, sent, phases } = setUp();
    await expect(run(BETWEEN)).resolves.toEqual({ status: 'done', item: COPY });
    expect(phases).toEqual(['copying', 'removing']);
    expect(sent).toEqual(['DELETE /drives/drive/items/f "1"']);
  });

  it.each(['verification-failed', 'timed-out', 'quota-exceeded', 'cancelled'] as const)(
    'leaves the original alone where the copy ends in %s',
    async (code) => {
      const copyThere = () => Promise.reject(new OneDriveError(code));
      const { run, sent } = setUp({ change: { copyThere } });
      await expect(run(BETWEEN)).resolves.toMatchObject({ status: 'failed', error: { code } });
      expect(sent).toEqual([]);
    },
  );

  it('leaves a folder alone that has grown while it was copied', async () => {
    const folder = buildFolder({ id: 'd', size: 10, folder: { childCount: 1 } });
    const { run, sent } = setUp({ fresh: { ...folder, size: 11, folder: { childCount: 2 } } });
    await expect(run({ ...BETWEEN, item: folder })).resolves.toMatchObject({
      status: 'failed',
      error: { code: 'changed-elsewhere' },
      copied: COPY,
    });
    expect(sent).toEqual([]);
  });

  it('copies nothing twice: where only the deletion has failed it is all that is tried again', async () => {
    const { run, sent, copyThere } = setUp();
    await expect(run({ ...BETWEEN, isAgain: true, copied: COPY })).resolves.toMatchObject({ status: 'done' });
    expect(copyThere).not.toHaveBeenCalled();
    expect(sent).toHaveLength(1);
  });
});

describe('a name that is taken', () => {
  it('is a question with both sides, where something is moved', async () => {
    const { run } = setUp();
    const step = { ...BETWEEN, to: { driveId: 'drive', id: 'there', name: 'There' } };
    await expect(run(step)).resolves.toMatchObject({ status: 'conflict', existing: FILE });
  });

  it('is a failure where it was typed, or what was there before is to be back', async () => {
    const { run } = setUp();
    await expect(run({ kind: 'rename', item: FILE, name: 'b.txt' })).resolves.toMatchObject({
      status: 'failed',
      error: { code: 'name-conflict' },
    });
    await expect(run({ kind: 'restore', item: FILE })).resolves.toMatchObject({ status: 'failed' });
  });
});
