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

it('what is locked says what the file is now: who has it', async () => {
  const publication = { level: 'published', checkedOutBy: 'Megan Bowen' };
  const fresh = { ...FILE, publication };
  const graph = { patch: () => Promise.reject(new OneDriveError('locked')) };
  const { run } = setUp({ fresh, change: { graph: graph as unknown as Graph } });
  await expect(run({ kind: 'rename', item: FILE, name: 'b.txt' })).resolves.toMatchObject({
    status: 'failed',
    error: { code: 'locked' },
    now: { publication },
  });
});

describe('a name that is taken', () => {
  it('is a question with both sides, where something is moved', async () => {
    const { run } = setUp();
    const step = { ...BETWEEN, to: { driveId: 'drive', id: 'there', name: 'There' } };
    await expect(run(step)).resolves.toMatchObject({ status: 'conflict', existing: FILE });
  });

  it('is a failure where it was typed', async () => {
    const { run } = setUp();
    await expect(run({ kind: 'rename', item: FILE, name: 'b.txt' })).resolves.toMatchObject({
      status: 'failed',
      error: { code: 'name-conflict' },
    });
  });
});

describe('out of the recycle bin', () => {
  const taken = buildFile({ id: 'other', name: 'a.txt', eTag: '"9"' });
  /** A service in whose folder the names are taken. */
  const setUpBin = (...names: string[]) => {
    const sent: string[] = [];
    const graph: Partial<Graph> = {
      post: async ({ path, body, access }, parse) => {
        const { name = 'a.txt' } = body as { name?: string };
        sent.push(`${path.split('/').at(-1)} ${name} ${access}`);
        if (names.includes(name)) throw new OneDriveError('name-conflict');
        return parse({ id: 'f', name });
      },
      patch: async ({ body }, parse) => {
        sent.push(`PATCH ${JSON.stringify(body)}`);
        return parse({ id: 'f', name: 'a.txt' });
      },
      delete: async ({ path, headers }) => void sent.push(`DELETE ${path} ${headers?.['If-Match'] ?? ''}`),
    };
    const parts = {
      graph: graph as Graph,
      requests: { item: async () => FILE, child: async () => taken },
      copyThere: vi.fn(),
    };
    return { sent, run: (step: Step) => carryOut(parts, step, signal, () => {}) };
  };

  it('comes back where it was, by the right to all files', async () => {
    const { run, sent } = setUpBin();
    await expect(run({ kind: 'restore', item: FILE })).resolves.toMatchObject({ status: 'done' });
    expect(sent).toEqual(['restore a.txt write-all']);
  });

  it('asks where the name is taken, with what is there', async () => {
    const { run } = setUpBin('a.txt');
    await expect(run({ kind: 'restore', item: FILE })).resolves.toMatchObject({
      status: 'conflict',
      existing: taken,
    });
  });

  it('takes the first number that is free', async () => {
    const { run, sent } = setUpBin('a.txt', 'a 1.txt');
    await expect(run({ kind: 'restore', item: FILE, taken: 'rename' })).resolves.toMatchObject({
      status: 'done',
      item: { name: 'a 2.txt' },
    });
    expect(sent).toEqual(['restore a 1.txt write-all', 'restore a 2.txt write-all']);
  });

  it('replaces only when it is there itself, and only what was seen', async () => {
    const { run, sent } = setUpBin('a.txt');
    const step: Step = { kind: 'restore', item: FILE, taken: 'replace', existing: taken };
    await expect(run(step)).resolves.toMatchObject({ status: 'done', item: { name: 'a.txt' } });
    expect(sent).toEqual([
      'restore a 1.txt write-all',
      'DELETE /drives/drive/items/other "9"',
      'PATCH {"name":"a.txt"}',
    ]);
  });
});

describe('a restoration that replaces, and fails half way', () => {
  const taken = buildFile({ id: 'other', name: 'a.txt' });
  const BACK = buildFile({ id: 'f', name: 'a 1.txt' });
  const wish: Step = { kind: 'restore', item: FILE, taken: 'replace', existing: taken };
  const setUpLocked = (refusal?: OneDriveError) => {
    const sent: string[] = [];
    const graph: Partial<Graph> = {
      post: async (_, parse) => {
        sent.push('restore');
        return parse({ id: 'f', name: 'a 1.txt' });
      },
      patch: async (_, parse) => {
        sent.push('rename');
        return parse({ id: 'f', name: 'a.txt' });
      },
      delete: async () => {
        if (refusal) throw refusal;
        sent.push('delete');
      },
    };
    const parts = {
      graph: graph as Graph,
      requests: { item: async () => taken, child: async () => taken },
      copyThere: vi.fn(),
    };
    return { sent, run: (step: Step) => carryOut(parts, step, signal, () => {}) };
  };

  it('tells that it is out already, under another name', async () => {
    const { run } = setUpLocked(new OneDriveError('locked'));
    await expect(run(wish)).resolves.toMatchObject({
      status: 'failed',
      error: { code: 'locked' },
      now: { name: 'a 1.txt' },
    });
  });

  it('goes on from there', async () => {
    const { run, sent } = setUpLocked();
    await expect(run({ ...wish, isAgain: true, back: BACK })).resolves.toMatchObject({ status: 'done' });
    expect(sent).toEqual(['delete', 'rename']);
  });
});

describe('a deletion for ever', () => {
  const setUpDeletion = (now: typeof FILE | OneDriveError, refusal?: OneDriveError) => {
    const sent: string[] = [];
    const item = async () => {
      if (now instanceof OneDriveError) throw now;
      return now;
    };
    const graph: Partial<Graph> = {
      send: async ({ path }) => {
        sent.push(path);
        if (refusal) throw refusal;
      },
    };
    const parts = {
      graph: graph as Graph,
      requests: { item, child: async () => undefined },
      copyThere: vi.fn(),
    };
    const run = (seen: typeof FILE, isAgain = false) =>
      carryOut(parts, { kind: 'delete-for-ever', item: seen, isAgain }, signal, () => {});
    return { sent, run };
  };
  const SEEN = { ...FILE, cTag: '"c1"' };

  it('leaves alone what is no longer what was seen, until somebody wants it all the same', async () => {
    const { run, sent } = setUpDeletion({ ...SEEN, cTag: '"c2"' });
    await expect(run(SEEN)).resolves.toMatchObject({
      status: 'failed',
      error: { code: 'changed-elsewhere' },
    });
    expect(sent).toEqual([]);
    await expect(run(SEEN, true)).resolves.toMatchObject({ status: 'done' });
    expect(sent).toEqual(['/drives/drive/items/f/permanentDelete']);
  });

  it('goes by the eTag of what has no other tag, else by its size', async () => {
    const { run, sent } = setUpDeletion({ ...FILE, eTag: '"2"', size: 5 });
    await expect(run({ ...FILE, eTag: '"1"', size: 5 })).resolves.toMatchObject({ status: 'failed' });
    const { eTag: _tag, ...bare } = FILE;
    await expect(run({ ...bare, size: 4 })).resolves.toMatchObject({ status: 'failed' });
    expect(sent).toEqual([]);
  });

  it('leaves a folder alone in which there is more than was seen', async () => {
    const folder = buildFolder({ id: 'd', size: 10, folder: { childCount: 1 } });
    const { run, sent } = setUpDeletion({ ...folder, size: 12, folder: { childCount: 2 } });
    await expect(run(folder)).resolves.toMatchObject({ status: 'failed' });
    expect(sent).toEqual([]);
  });

  it('takes what is gone already for done', async () => {
    const { run } = setUpDeletion(new OneDriveError('not-found'));
    await expect(run(SEEN)).resolves.toMatchObject({ status: 'done' });
  });

  it('is not done where the service refuses', async () => {
    const { run } = setUpDeletion(SEEN, new OneDriveError('locked'));
    await expect(run(SEEN)).resolves.toMatchObject({ status: 'failed', error: { code: 'locked' } });
  });
});
