import { describe, expect, it, vi } from 'vitest';
import type { DriveItem, PickedItem } from '../../../../src/drive';
import { buildFolder } from '../../../support/drive-items';
import { CONNECTED } from '../../../support/fake-control-model';
import {
  ACCOUNT,
  draft,
  picture,
  plan,
  createSessionScene as createScene,
} from '../../../support/session-bench';

const reference = ({ driveId, id, name }: DriveItem): PickedItem => ({
  item: { driveId, id, name, parentReference: {} },
  path: [],
});

describe('a control in mode pick', () => {
  it('goes on after Choose, and Cancel puts back what was chosen', () => {
    const scene = createScene();
    scene.select(plan);
    scene.session.choose(scene.picker.choice());
    expect(scene.basket()).toBe('Plan.docx');
    scene.select(draft);
    scene.session.cancel();
    expect(scene.basket()).toBe('Plan.docx');
    expect(scene.told).toEqual(['pick Plan.docx', 'cancel']);
  });

  it('puts back in silence when a form is reset', () => {
    const scene = createScene();
    scene.select(plan);
    scene.session.putBack();
    expect(scene.basket()).toBe('');
    expect(scene.told).toEqual([]);
  });

  it('shows what was chosen before as picked, once, and forgets it with an empty value', () => {
    const scene = createScene();
    scene.session.preset([reference(plan)]);
    expect(scene.basket()).toBe('Plan.docx');
    scene.select(draft);
    scene.session.preset([reference(plan)]);
    expect(scene.basket()).toBe('Draft.docx');
    scene.session.preset([]);
    expect(scene.basket()).toBe('');
  });

  it('keeps what is picked under other rules, as far as these let it', () => {
    const scene = createScene();
    scene.select(picture);
    scene.setProps(true, { maxCount: 3 });
    expect(scene.basket()).toBe('Sunset.jpg');
    scene.setProps(true, { accept: '.docx' });
    expect(scene.basket()).toBe('');
  });

  it('ends with the mode, and begins again where it was', () => {
    const scene = createScene();
    scene.session.preset([reference(plan)]);
    scene.setProps(false);
    expect(scene.basket()).toBe('off');
    scene.setProps(true);
    expect(scene.basket()).toBe('Plan.docx');
  });

  it('shows what was chosen before also to somebody who has yet to sign in', () => {
    const scene = createScene({ start: { state: 'starting' } });
    scene.session.preset([reference(plan)]);
    scene.connection.set({ state: 'signed-out' });
    // As the control does whenever nobody is signed in.
    scene.picker.clear();
    scene.connection.set({ state: 'connecting' });
    scene.connection.set(CONNECTED);
    expect(scene.basket()).toBe('Plan.docx');
  });

  it('forgets with the account what was picked in its drive, until it is given again', () => {
    const scene = createScene();
    scene.session.onForgotten(() => scene.told.push('forgotten'));
    scene.session.preset([reference(plan)]);
    scene.connection.set({ state: 'signed-out' });
    scene.picker.clear();
    scene.session.cancel();
    expect(scene.basket()).toBe('');
    expect(scene.told).toEqual(['forgotten', 'cancel']);
    scene.connection.set(CONNECTED);
    expect(scene.basket()).toBe('');
    scene.session.preset([reference(plan)]);
    expect(scene.basket()).toBe('Plan.docx');
  });

  it('counts no further what was being counted when Choose or Cancel came', async () => {
    for (const end of ['choose', 'cancel', 'putBack'] as const) {
      const scene = createScene();
      scene.setProps(true, { maxCount: 9 });
      scene.select(plan);
      const counted = scene.picker.gather(buildFolder({ name: 'Papers' }));
      if (end === 'choose') scene.session.choose(scene.picker.choice());
      else scene.session[end]();
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await expect(counted).resolves.toBeUndefined();
      expect(scene.basket()).toBe(end === 'choose' ? 'Plan.docx' : '');
    }
  });
});

describe('another account', () => {
  it('takes the place of the one before without its basket; a call goes on', async () => {
    const scene = createScene();
    scene.session.preset([reference(plan)]);
    const picked = scene.session.pick({});
    scene.connection.set({ state: 'connected', account: { ...ACCOUNT, id: 'other' } });
    scene.picker.clear();
    scene.select(draft);
    scene.session.choose(scene.picker.choice());
    await expect(picked).resolves.toMatchObject([{ name: 'Draft.docx' }]);
    scene.connection.set({ state: 'connected', account: { ...ACCOUNT, id: 'third' } });
    scene.picker.clear();
    scene.session.cancel();
    expect(scene.basket()).toBe('');
  });

  it('is not an account that has got its name', () => {
    const scene = createScene();
    scene.connection.set({ state: 'signed-out' });
    scene.connection.set({ state: 'connected', account: { ...ACCOUNT, id: '' } });
    scene.session.preset([reference(plan)]);
    scene.connection.set(CONNECTED);
    scene.session.cancel();
    expect(scene.basket()).toBe('Plan.docx');
  });
});

describe('a call of pick()', () => {
  it('resolves with what was chosen, and leaves a control that browses as it was', async () => {
    const scene = createScene({ mode: 'browse' });
    const picked = scene.session.pick({ accept: '.docx' });
    scene.select(plan);
    scene.session.choose(scene.picker.choice());
    await expect(picked).resolves.toMatchObject([{ name: 'Plan.docx' }]);
    expect(scene.basket()).toBe('off');
    expect(scene.told).toEqual(['pick Plan.docx']);
  });

  it('begins with nothing picked, and leaves a control that picks with what was chosen', async () => {
    const scene = createScene();
    scene.session.preset([reference(plan)]);
    const picked = scene.session.pick({});
    expect(scene.basket()).toBe('');
    scene.session.cancel();
    await expect(picked).rejects.toMatchObject({ code: 'cancelled' });
    expect(scene.basket()).toBe('Plan.docx');
  });

  it('goes by its own options before those of the control', async () => {
    const scene = createScene();
    scene.setProps(true, { accept: '.jpg', selection: 'single' });
    const picked = scene.session.pick({ accept: ['.docx'], maxCount: 2 });
    picked.catch(() => undefined);
    expect(scene.picker.state.get()).toMatchObject({
      rules: { accept: ['.docx'], selection: 'multiple', maxCount: 2, kind: 'files' },
    });
    scene.session.cancel();
    expect(scene.picker.state.get()).toMatchObject({ rules: { accept: ['.jpg'], selection: 'single' } });
  });

  it('has a filter of its own, of whose failure it tells, too', async () => {
    const scene = createScene();
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const fails = (message: string) => () => {
      throw new Error(message);
    };
    const told = () => scene.session.filterFailure.get()?.cause;
    scene.setProps(true, { itemFilter: fails('of the control') });
    scene.select(plan);
    scene.select(draft);
    await Promise.resolve();
    expect(told()).toMatchObject({ message: 'of the control' });
    const picked = scene.session.pick({ itemFilter: fails('of the call') });
    scene.select(plan);
    expect(scene.basket()).toBe('');
    await Promise.resolve();
    expect(told()).toMatchObject({ message: 'of the call' });
    scene.session.cancel();
    await expect(picked).rejects.toMatchObject({ code: 'cancelled' });
    vi.restoreAllMocks();
  });

  it('is cancelled by the next one, without a word of Cancel', async () => {
    const scene = createScene({ mode: 'browse' });
    const first = scene.session.pick({});
    const second = scene.session.pick({});
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    scene.select(plan);
    scene.session.choose(scene.picker.choice());
    await expect(second).resolves.toHaveLength(1);
    expect(scene.told).toEqual(['pick Plan.docx']);
  });

  it('ends by its signal, before it begins as well', async () => {
    const scene = createScene({ mode: 'browse' });
    const stop = new AbortController();
    const picked = scene.session.pick({ signal: stop.signal });
    stop.abort();
    await expect(picked).rejects.toMatchObject({ code: 'cancelled' });
    expect(scene.basket()).toBe('off');
    await expect(scene.session.pick({ signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' });
    expect(scene.basket()).toBe('off');
  });

  it('is not ended by a call that was given up before it began', async () => {
    const scene = createScene({ mode: 'browse' });
    const first = scene.session.pick({});
    await expect(scene.session.pick({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    scene.select(plan);
    scene.session.choose(scene.picker.choice());
    await expect(first).resolves.toMatchObject([{ name: 'Plan.docx' }]);
  });

  it('settles where a listener of the host throws', async () => {
    const scene = createScene({ mode: 'browse' });
    const fail = () => {
      throw new Error('of the host');
    };
    scene.session.follow({ onPick: fail, onSave: fail, onCancel: fail });
    const picked = scene.session.pick({});
    scene.select(plan);
    expect(() => scene.session.choose(scene.picker.choice())).toThrow('of the host');
    await expect(picked).resolves.toHaveLength(1);
    const cancelled = scene.session.pick({});
    expect(() => scene.session.cancel()).toThrow('of the host');
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is ended by a signal only as long as it runs', async () => {
    const scene = createScene({ mode: 'browse' });
    const stop = new AbortController();
    const first = scene.session.pick({ signal: stop.signal });
    const second = scene.session.pick({});
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    stop.abort();
    expect(scene.basket()).toBe('');
    scene.session.cancel();
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('ends when the user is signed out, and when the control is gone', async () => {
    const scene = createScene({ mode: 'browse' });
    const first = scene.session.pick({});
    scene.connection.set({ state: 'signed-out' });
    await expect(first).rejects.toMatchObject({ code: 'cancelled' });
    const second = scene.session.pick({});
    scene.connection.set({ state: 'connecting' });
    scene.connection.set(CONNECTED);
    scene.end();
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    await expect(scene.session.pick({})).rejects.toMatchObject({ code: 'cancelled' });
    expect(scene.told).toEqual([]);
  });

  it('may begin while nobody is signed in', async () => {
    const scene = createScene({ mode: 'browse' });
    scene.connection.set({ state: 'signed-out' });
    const picked = scene.session.pick({});
    scene.connection.set({ state: 'connecting' });
    scene.connection.set({ state: 'signed-out' });
    scene.connection.set(CONNECTED);
    scene.select(plan);
    scene.session.choose(scene.picker.choice());
    await expect(picked).resolves.toHaveLength(1);
  });
});
