import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../../src/auth';
import type { SaveOptions } from '../../../../src/host';
import { saveFiles } from '../../../../src/ui/one-drive-control/save-files';
import { createSession } from '../../../../src/ui/one-drive-control/session';
import { buildFile } from '../../../support/drive-items';
import { CONNECTED, createFakeControlModel } from '../../../support/fake-control-model';

const scan = new File(['pages'], 'Scan.pdf');
const place = { driveId: 'drive', id: 'root', name: '' };

function createScene(start: Connection = CONNECTED) {
  const control = createFakeControlModel();
  control.connection.set(start);
  const session = createSession(control, new AbortController().signal);
  const reach = new AbortController();
  return {
    control,
    session,
    reach,
    save: (options: SaveOptions = {}, files: readonly File[] = [scan]) =>
      saveFiles({ control, session }, files, options, reach.signal),
    request: () => {
      const request = session.saving.get();
      if (!request) throw new Error('Nothing is being saved.');
      return request;
    },
    names: () =>
      control.folder.state
        .get()
        .path.map(({ name }) => name)
        .join('/'),
  };
}

describe('save()', () => {
  it('begins in the folder that the page names, by names or by reference', async () => {
    const scene = createScene();
    const saved = scene.save({ folder: 'Documents/2026' });
    await expect.poll(scene.names).toBe('/Documents/2026');
    scene.session.cancel();
    await expect(saved).rejects.toMatchObject({ code: 'cancelled' });

    const byReference = scene.save({ folder: { driveId: 'drive', id: 'Inbox' } });
    await expect.poll(scene.names).toBe('/Inbox');
    scene.session.cancel();
    await expect(byReference).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('waits for somebody to sign in, and opens the folder then', async () => {
    const scene = createScene({ state: 'signed-out' });
    const saved = scene.save({ folder: 'Documents' });
    expect(scene.request().files).toEqual([scan]);
    scene.control.connection.set({ state: 'connecting' });
    scene.control.connection.set(CONNECTED);
    await expect.poll(scene.names).toBe('/Documents');
    scene.request().onFinished([buildFile({ name: 'Scan.pdf' })]);
    await expect(saved).resolves.toMatchObject([{ name: 'Scan.pdf' }]);
  });

  it('that is given up says what had arrived by then', async () => {
    const scene = createScene();
    const saved = scene.save({}, [scan, new File(['x'], 'x.txt')]);
    const item = buildFile({ name: 'Scan.pdf' });
    scene.request().onSaved({ item, folder: place, name: item.name });
    scene.session.cancel();
    await expect(saved).rejects.toMatchObject({ code: 'cancelled', saved: [item] });
  });

  it('is over where the user can do nothing any more', async () => {
    const scene = createScene();
    const saved = scene.save();
    scene.reach.abort(new TypeError('disabled'));
    await expect(saved).rejects.toMatchObject({
      code: 'cancelled',
      saved: [],
      cause: { message: 'disabled' },
    });
  });

  it('of nothing is nothing, and of what can’t be understood a TypeError', async () => {
    const scene = createScene();
    await expect(scene.save({}, [])).resolves.toEqual([]);
    await expect(scene.save({ conflictBehavior: 'ask' as never })).rejects.toThrow(TypeError);
    expect(scene.session.saving.get()).toBeUndefined();
  });
});
