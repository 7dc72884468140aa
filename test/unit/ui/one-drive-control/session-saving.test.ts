import { describe, expect, it } from 'vitest';
import { buildFile } from '../../../support/drive-items';
import { CONNECTED } from '../../../support/fake-control-model';
import {
  ACCOUNT,
  plan,
  createSessionScene as createScene,
  type SessionScene,
} from '../../../support/session-bench';

describe('a call of save()', () => {
  const scan = new File(['pages'], 'Scan.pdf');
  const item = buildFile({ name: 'Scan.pdf' });
  const place = { driveId: 'drive', id: 'root', name: '' };

  it('has the control look for a folder, and resolves with what was saved', async () => {
    const scene = createScene({ mode: 'browse' });
    const heard: string[] = [];
    const saved = scene.session.save([scan], { name: 'Letter.pdf' }, ({ name }) => heard.push(name));
    expect(scene.rules()).toMatchObject({ kind: 'folders', selection: 'none' });
    const request = scene.session.saving.get();
    expect(request).toMatchObject({ files: [scan], name: 'Letter.pdf', isCall: true });
    request?.onSaved({ item, folder: place, name: item.name });
    request?.onFinished([item]);
    await expect(saved).resolves.toEqual([item]);
    expect(heard).toEqual(['Scan.pdf']);
    expect(scene.told).toEqual(['save Scan.pdf']);
    expect(scene.session.saving.get()).toBeUndefined();
    expect(scene.basket()).toBe('off');
    expect(request?.signal.aborted).toBe(true);
  });

  it('is over by Cancel, by its signal, by another call, by a sign-out, by another account and with the control', async () => {
    const ends: Readonly<Record<string, (scene: SessionScene & { readonly stop: AbortController }) => void>> =
      {
        cancel: ({ session }) => session.cancel(),
        signal: ({ stop }) => stop.abort('enough'),
        pick: ({ session }) => void session.pick({}).catch(() => undefined),
        save: ({ session }) => void session.save([scan], {}, () => undefined).catch(() => undefined),
        'sign-out': ({ connection }) => connection.set({ state: 'signed-out' }),
        account: ({ connection }) => connection.set({ ...CONNECTED, account: { ...ACCOUNT, id: 'another' } }),
        control: ({ end }) => end(),
      };
    for (const [name, end] of Object.entries(ends)) {
      const scene = { ...createScene({ mode: 'browse' }), stop: new AbortController() };
      const saved = scene.session.save([scan], { signal: scene.stop.signal }, () => undefined);
      const request = scene.session.saving.get();
      end(scene);
      await expect(saved, name).rejects.toMatchObject({ code: 'cancelled' });
      expect(request?.signal.aborted, name).toBe(true);
      expect(scene.told, name).toEqual(name === 'cancel' ? ['cancel'] : []);
    }
    const late = createScene().session.save([scan], { signal: AbortSignal.abort() }, () => undefined);
    await expect(late).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('leaves a control that picks as it was', async () => {
    const scene = createScene();
    scene.select(plan);
    const saved = scene.session.save([scan], {}, () => undefined);
    expect(scene.basket()).toBe('');
    scene.session.saving.get()?.onFinished([]);
    await saved;
    expect(scene.session.saving.get()).toBeUndefined();
    expect(scene.rules()).toMatchObject({ kind: 'files' });
  });
});

describe('a control in mode save', () => {
  const scan = new File(['pages'], 'Scan.pdf');

  it('saves the files of the page, the same request as long as they are the same', () => {
    const scene = createScene({ mode: 'browse' });
    scene.setMode('save', [scan]);
    const request = scene.session.saving.get();
    expect(request).toMatchObject({ files: [scan], isCall: false });
    scene.setMode('save', [scan]);
    expect(scene.session.saving.get()).toBe(request);
    scene.setMode('save', [new File(['more'], 'More.pdf')]);
    expect(request?.signal.aborted).toBe(true);
    expect(scene.session.saving.get()?.files[0]?.name).toBe('More.pdf');
  });

  it('begins anew after Cancel, and with another account; it ends with the mode', () => {
    const scene = createScene({ mode: 'browse' });
    scene.setMode('save', [scan]);
    const requests = [scene.session.saving.get()];
    scene.session.cancel();
    requests.push(scene.session.saving.get());
    scene.connection.set({ state: 'signed-out' });
    requests.push(scene.session.saving.get());
    expect(new Set(requests).size).toBe(3);
    expect(requests.map((request) => request?.signal.aborted)).toEqual([true, true, false]);
    scene.setMode('browse');
    expect(requests.at(-1)?.signal.aborted).toBe(true);
    expect(scene.session.saving.get()).toBeUndefined();
    expect(scene.basket()).toBe('off');
    expect(scene.told).toEqual(['cancel']);
  });

  it('goes on with its own after a call of save()', async () => {
    const scene = createScene({ mode: 'browse' });
    scene.setMode('save', [scan]);
    const request = scene.session.saving.get();
    const saved = scene.session.save([new File(['x'], 'x.txt')], {}, () => undefined);
    expect(scene.session.saving.get()?.files[0]?.name).toBe('x.txt');
    scene.session.cancel();
    await expect(saved).rejects.toMatchObject({ code: 'cancelled' });
    expect(scene.session.saving.get()).toBe(request);
    expect(request?.signal.aborted).toBe(false);
  });
});
