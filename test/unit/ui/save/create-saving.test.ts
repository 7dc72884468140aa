import { describe, expect, it } from 'vitest';
import type { SaveDetail } from '../../../../src/host';
import { createSaving } from '../../../../src/ui/save/create-saving';
import type { SaveRequest } from '../../../../src/ui/save-request';
import { buildFile, buildFolder } from '../../../support/drive-items';
import { createFakeFolderBrowser } from '../../../support/fake-folder-browser';
import { memoryFile, someBytes } from '../../transfer/support/memory-file';
import { createScene as createTransfers, UNIT } from '../../transfer/support/scene';

const bytes = (text: string) => new TextEncoder().encode(text);
const scan = (text = 'pages') => memoryFile('Scan.pdf', bytes(text));

/** Saving in front of the real queue and a drive in memory. */
function createScene(given: Partial<SaveRequest> = {}, listed: readonly string[] = []) {
  const transfers = createTransfers();
  const { drive, environment, queue } = transfers;
  for (const name of listed) drive.store({ driveId: 'drive', parentId: 'root', name }, bytes('old'), 'fail');
  const folder = createFakeFolderBrowser((id) =>
    id === 'root' ? listed.map((name) => buildFile({ id: `listed:${name}`, name })) : [],
  );
  const told: string[] = [];
  const over = new AbortController();
  const onSaved = ({ item, folder: place, name }: SaveDetail) =>
    void told.push(`${item.name} in ${place.name || 'root'}${name === item.name ? '' : ` as ${name}`}`);
  const request: SaveRequest = {
    files: [scan()],
    isCall: true,
    signal: over.signal,
    onSaved,
    onFinished: (items) => void told.push(`finished ${items.map(({ name }) => name).join()}`),
    ...given,
  };
  const saving = createSaving({ folder, transfers: queue }, request);
  return {
    ...transfers,
    saving,
    folder,
    told,
    over: () => over.abort(),
    phase: () => saving.state.get().phase,
    status: () => saving.state.get().phase.status,
    content: (name: string, parent = 'root') => new TextDecoder().decode(drive.find(parent, name)?.content),
    until: (status: string) => environment.runUntil(() => saving.state.get().phase.status === status),
    save: async () => {
      saving.save();
      await environment.runUntil(() => saving.state.get().phase.status !== 'running');
    },
  };
}

describe('saving a file', () => {
  it('goes into the open folder under the name that stands there, and tells who asked', async () => {
    const scene = createScene();
    scene.folder.open(buildFolder({ id: 'projects', name: 'Projects' }));
    scene.saving.setName('Letter.pdf');
    await scene.save();
    expect(scene.content('Letter.pdf', 'projects')).toBe('pages');
    expect(scene.told).toEqual(['Letter.pdf in Projects', 'finished Letter.pdf']);
    expect(scene.phase()).toMatchObject({ status: 'saved', folder: { name: 'Projects' } });
  });

  it('is done once, however often the button is pressed', async () => {
    const scene = createScene();
    scene.saving.save();
    scene.saving.save();
    await scene.until('saved');
    expect(scene.queue.tasks.get()).toHaveLength(1);
    expect(scene.drive.files).toHaveLength(1);
  });

  it('does nothing while no folder is open, and nothing without a file', () => {
    const scene = createScene();
    scene.folder.set({ path: [] });
    scene.saving.save();
    scene.folder.set({ path: [{ driveId: 'drive', id: '', name: 'Nowhere' }] });
    scene.saving.save();
    expect(scene.phase()).toEqual({ status: 'editing', isChecked: false });
    const empty = createScene({ files: [] });
    empty.saving.save();
    expect(empty.status()).toBe('editing');
  });

  it('is refused at the name that OneDrive does not allow, before anything is sent', async () => {
    const scene = createScene();
    scene.saving.setName('a/b.pdf');
    await scene.save();
    expect(scene.phase()).toEqual({ status: 'editing', isChecked: true });
    expect(scene.queue.tasks.get()).toEqual([]);
  });

  it('lets nobody rename it while it is under way', () => {
    const scene = createScene();
    scene.saving.save();
    scene.saving.setName('Other.pdf');
    expect(scene.saving.state.get().parts[0]?.name).toBe('Scan.pdf');
  });

  it('can be done once more, under another name', async () => {
    const scene = createScene({ isCall: false });
    await scene.save();
    scene.saving.setName('Copy.pdf');
    expect(scene.status()).toBe('editing');
    await scene.save();
    expect(scene.told).toEqual([
      'Scan.pdf in root',
      'finished Scan.pdf',
      'Copy.pdf in root',
      'finished Copy.pdf',
    ]);
  });
});

describe('a name that is taken', () => {
  it('is asked about before anything is sent: keep both', async () => {
    const scene = createScene({}, ['Scan.pdf']);
    await scene.save();
    expect(scene.phase()).toMatchObject({
      status: 'asking',
      question: { by: 'list', name: 'Scan.pdf', existing: { name: 'Scan.pdf' } },
    });
    expect(scene.queue.tasks.get()).toEqual([]);
    scene.saving.answer('rename');
    await scene.until('saved');
    expect(scene.content('Scan.pdf')).toBe('old');
    expect(scene.content('Scan 1.pdf')).toBe('pages');
    expect(scene.told).toEqual(['Scan 1.pdf in root', 'finished Scan 1.pdf']);
  });

  it('is replaced as a new version where the user says so', async () => {
    const scene = createScene({}, ['Scan.pdf']);
    await scene.save();
    scene.saving.answer('replace');
    await scene.until('saved');
    expect(scene.drive.find('root', 'Scan.pdf')).toMatchObject({ version: 2 });
    expect(scene.content('Scan.pdf')).toBe('pages');
  });

  it('can be changed', async () => {
    const scene = createScene({}, ['Scan.pdf']);
    await scene.save();
    scene.saving.answer('skip');
    expect(scene.status()).toBe('editing');
    scene.saving.setName('Other.pdf');
    await scene.save();
    expect(scene.told).toEqual(['Other.pdf in root', 'finished Other.pdf']);
  });

  it('stays that of the folder it was asked in, wherever the user walks meanwhile', async () => {
    const scene = createScene({}, ['Scan.pdf']);
    await scene.save();
    scene.folder.open(buildFolder({ id: 'projects', name: 'Projects' }));
    scene.saving.answer('rename');
    await scene.until('saved');
    expect(scene.content('Scan 1.pdf')).toBe('pages');
  });

  it.each([
    ['rename', 'Scan 1.pdf'],
    ['replace', 'Scan.pdf'],
  ] as const)('nobody is asked where the page says %s', async (conflictBehavior, name) => {
    const scene = createScene({ conflictBehavior }, ['Scan.pdf']);
    await scene.save();
    expect(scene.told).toEqual([`${name} in root`, `finished ${name}`]);
  });

  it('has to be another one where the page says fail, whether the list knows it or not', async () => {
    const scene = createScene({ conflictBehavior: 'fail' }, ['Scan.pdf']);
    await scene.save();
    expect(scene.phase()).toEqual({ status: 'editing', isChecked: true });
    scene.folder.show([]);
    await scene.save();
    expect(scene.phase()).toMatchObject({ status: 'editing', error: { code: 'name-conflict' } });
    scene.saving.setName('Other.pdf');
    await scene.save();
    expect(scene.told.at(-1)).toBe('finished Other.pdf');
  });

  it.each(['rename', 'replace'] as const)(
    'that only the upload finds is asked about too: %s',
    async (answer) => {
      const scene = createScene({}, ['Scan.pdf']);
      scene.folder.show([]);
      await scene.save();
      expect(scene.phase()).toMatchObject({ status: 'asking', question: { by: 'upload', name: 'Scan.pdf' } });
      scene.saving.answer(answer);
      await scene.until('saved');
      expect(scene.content(answer === 'rename' ? 'Scan 1.pdf' : 'Scan.pdf')).toBe('pages');
    },
  );

  it('that only the upload finds can be changed', async () => {
    const scene = createScene({}, ['Scan.pdf']);
    scene.folder.show([]);
    await scene.save();
    scene.saving.answer('skip');
    expect(scene.phase()).toMatchObject({ status: 'editing', error: undefined });
    scene.saving.setName('Other.pdf');
    await scene.save();
    expect(scene.told.at(-1)).toBe('finished Other.pdf');
  });
});

describe('a failure', () => {
  it('is told, and the same button sends the same upload again', async () => {
    const scene = createScene();
    scene.drive.refuse('put', 'access-denied');
    await scene.save();
    expect(scene.phase()).toMatchObject({ status: 'editing', error: { code: 'access-denied' } });
    await scene.save();
    expect(scene.status()).toBe('saved');
    expect(scene.queue.tasks.get()).toHaveLength(1);
  });

  it('is over where it is retried among the transfers', async () => {
    const scene = createScene();
    scene.drive.refuse('put', 'access-denied');
    await scene.save();
    scene.queue.retryFailed();
    await scene.until('saved');
    expect(scene.told).toEqual(['Scan.pdf in root', 'finished Scan.pdf']);
  });

  it('lets the user try another folder, and another name', async () => {
    const scene = createScene();
    scene.drive.refuse('put', 'access-denied');
    await scene.save();
    scene.folder.open(buildFolder({ id: 'projects', name: 'Projects' }));
    await scene.save();
    expect(scene.told).toEqual(['Scan.pdf in Projects', 'finished Scan.pdf']);
  });

  it('is none where the upload was cancelled among the transfers: it can be saved again', async () => {
    const scene = createScene({ files: [memoryFile('Big.pdf', someBytes(3 * UNIT))] });
    scene.saving.save();
    await scene.until('running');
    scene.queue.cancelAll();
    expect(scene.phase()).toMatchObject({ status: 'editing', error: undefined });
    await scene.save();
    expect(scene.told).toEqual(['Big.pdf in root', 'finished Big.pdf']);
  });

  it('that is no end: a connection that breaks down in the middle is waited for', async () => {
    const scene = createScene({ files: [memoryFile('Big.pdf', someBytes(3 * UNIT))] });
    scene.drive.fail('fragment', { effect: 'cut' }, { effect: 'unreachable' });
    await scene.save();
    expect(scene.told).toEqual(['Big.pdf in root', 'finished Big.pdf']);
    expect(scene.drive.files).toHaveLength(1);
  });

  it('is forgotten with its row, and saved anew', async () => {
    const scene = createScene();
    scene.drive.refuse('put', 'access-denied');
    await scene.save();
    scene.queue.clearFinished();
    await scene.save();
    expect(scene.told).toEqual(['Scan.pdf in root', 'finished Scan.pdf']);
  });
});

describe('several files', () => {
  const files = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => memoryFile(name, bytes(name)));

  it('keep their names, all in one folder, told one by one and at the end in their order', async () => {
    const scene = createScene({ files });
    await scene.save();
    expect(scene.told).toHaveLength(4);
    expect(scene.told.at(-1)).toBe('finished a.pdf,b.pdf,c.pdf');
  });

  it('are asked about one by one; what is skipped is left out', async () => {
    const scene = createScene({ files }, ['a.pdf', 'b.pdf', 'c.pdf']);
    await scene.save();
    const asked = () => {
      const phase = scene.phase();
      return phase.status === 'asking' ? phase.question.name : undefined;
    };
    expect(asked()).toBe('a.pdf');
    scene.saving.answer('rename');
    expect(asked()).toBe('b.pdf');
    scene.saving.answer('skip');
    expect(asked()).toBe('c.pdf');
    scene.saving.answer('replace');
    await scene.until('saved');
    expect(scene.told.at(-1)).toBe('finished a 1.pdf,c.pdf');
    expect(scene.content('b.pdf')).toBe('old');
    expect(scene.content('c.pdf')).toBe('c.pdf');
  });

  it('that are all skipped can be saved elsewhere', async () => {
    const scene = createScene({ files: files.slice(0, 2) }, ['a.pdf', 'b.pdf']);
    await scene.save();
    scene.saving.answer('skip');
    scene.saving.answer('skip');
    expect(scene.status()).toBe('editing');
    scene.folder.open(buildFolder({ id: 'projects', name: 'Projects' }));
    await scene.save();
    expect(scene.told.at(-1)).toBe('finished a.pdf,b.pdf');
  });

  it('of which one fails are tried again, and only that one', async () => {
    const scene = createScene({ files });
    scene.drive.refuse('put', 'access-denied');
    await scene.save();
    expect(scene.phase()).toMatchObject({ status: 'editing', error: { code: 'access-denied' } });
    await scene.save();
    expect(scene.told.at(-1)).toBe('finished a.pdf,b.pdf,c.pdf');
    expect(scene.drive.files).toHaveLength(3);
    expect(scene.drive.count('put')).toBe(4);
  });
});

describe('the end', () => {
  it('cancels what is under way, a retry too', async () => {
    const scene = createScene({ files: [memoryFile('Big.pdf', someBytes(3 * UNIT))] });
    scene.drive.refuse('session', 'access-denied');
    await scene.save();
    scene.saving.save();
    await scene.until('running');
    scene.over();
    expect(scene.only().state.status).toBe('cancelled');
    await scene.settled();
    expect(scene.drive.files).toEqual([]);
    scene.saving.save();
    expect(scene.queue.tasks.get()).toHaveLength(1);
    expect(scene.told).toEqual([]);
  });
});
