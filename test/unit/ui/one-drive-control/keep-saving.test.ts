import { describe, expect, it, vi } from 'vitest';
import { keepSaving } from '../../../../src/ui/one-drive-control/keep-saving';
import { createSession } from '../../../../src/ui/one-drive-control/session';
import { savingOf } from '../../../../src/ui/save/saving-of';
import { buildFile, buildFolder } from '../../../support/drive-items';
import { createFakeControlModel } from '../../../support/fake-control-model';

const scan = () => new File(['pages'], 'Scan.pdf');
const place = { driveId: 'drive', id: 'projects', name: 'Projects' };

function setUp() {
  const control = createFakeControlModel();
  const ended = new AbortController();
  const session = createSession(control, ended.signal);
  const told: string[] = [];
  session.follow({
    onPick: () => undefined,
    onSave: ({ item }) => void told.push(`od-save ${item.name}`),
    onCancel: () => void told.push('od-cancel'),
  });
  return { control, session, told, port: keepSaving(control, session, ended.signal) };
}

describe('what is being saved when the page goes to Microsoft', () => {
  it('is kept with the name that the user gave, and the folder that is open', async () => {
    const { control, session, port } = setUp();
    control.folder.open(buildFolder({ id: 'projects', name: 'Projects' }));
    void session.save([scan()], { conflictBehavior: 'rename' }, () => undefined).catch(() => undefined);
    const request = session.saving.get();
    if (request) savingOf(control, request).setName('Letter.pdf');
    const unsaved = port.unsaved();
    expect(unsaved).toMatchObject({
      files: { folder: 'Projects', conflictBehavior: 'rename' },
      taskIds: [],
    });
    expect(unsaved?.files.files.map(({ name }) => name)).toEqual(['Letter.pdf']);
    await expect(unsaved?.files.files[0]?.text()).resolves.toBe('pages');
  });

  it('is kept with the folder of the call where nobody has signed in yet', () => {
    const { control, session, port } = setUp();
    control.connection.set({ state: 'signed-out' });
    control.folder.set({ path: [] });
    void session.save([scan()], { folder: 'Reports' }, () => undefined).catch(() => undefined);
    expect(port.unsaved()).toMatchObject({ files: { folder: 'Reports' } });
  });

  it('is kept in mode save as in a call, and nothing where there is nothing to save', () => {
    const { session, port } = setUp();
    expect(port.unsaved()).toBeUndefined();
    session.setMode('save', () => ({ kind: 'files' }) as never, []);
    expect(port.unsaved()).toBeUndefined();
    session.setMode('save', () => ({ kind: 'files' }) as never, [scan()]);
    expect(port.unsaved()).toMatchObject({ files: { files: [{ name: 'Scan.pdf' }] } });
  });
});

describe('on the page that comes back', () => {
  it('the user saves it there and under that name, and the page hears of it', async () => {
    const { control, session, told, port } = setUp();
    port.again({ files: [scan()], folder: 'Documents/2026', conflictBehavior: 'replace' });
    await vi.waitFor(() => expect(session.saving.get()).toBeDefined());
    expect(session.saving.get()).toMatchObject({
      files: [{ name: 'Scan.pdf' }],
      conflictBehavior: 'replace',
    });
    await vi.waitFor(() =>
      expect(control.folder.state.get().path.map(({ name }) => name)).toEqual(['', 'Documents', '2026']),
    );
    const item = buildFile({ name: 'Scan.pdf' });
    session.saving.get()?.onSaved({ item, folder: place, name: item.name });
    session.saving.get()?.onFinished([item]);
    expect(told).toEqual(['od-save Scan.pdf']);
    expect(session.saving.get()).toBeUndefined();
  });

  it('the page hears that the user has given it up, then or at once', async () => {
    const { session, told, port } = setUp();
    port.again({ files: [scan()], folder: '' });
    await vi.waitFor(() => expect(session.saving.get()).toBeDefined());
    session.cancel();
    expect(told).toEqual(['od-cancel']);
    port.giveUp();
    expect(told).toEqual(['od-cancel', 'od-cancel']);
  });
});
