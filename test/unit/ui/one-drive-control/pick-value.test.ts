import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../../src/auth';
import { createPicker, EMPTY_SELECTION, selectOnly, type DriveItem } from '../../../../src/drive';
import { createStore } from '../../../../src/lib';
import { createSession } from '../../../../src/ui/one-drive-control/session';
import { readRules } from '../../../../src/ui/one-drive-control/read-rules';
import { buildFile, buildFolder } from '../../../support/drive-items';
import { CONNECTED } from '../../../support/fake-control-model';
import { createFakeFolderBrowser } from '../../../support/fake-folder-browser';

const plan = buildFile({ id: 'plan', name: 'Plan.docx' });
const draft = buildFile({ id: 'draft', name: 'Draft.docx' });
const papers = buildFolder({ id: 'papers', name: 'Papers' });

function createScene({
  isPick = true,
  start = CONNECTED,
}: { readonly isPick?: boolean; readonly start?: Connection } = {}) {
  const folder = createFakeFolderBrowser(() => [plan, draft, papers]);
  const picker = createPicker({ folder, requests: { children: async function* () {} } });
  const connection = createStore<Connection>(start);
  const session = createSession({ picker, connection }, new AbortController().signal);
  const values: string[] = [];
  session.onValue((basket) => values.push(basket.map(({ item }) => item.name).join()));
  session.follow({
    onPick: ({ items }) => values.push(`pick ${items.map(({ name }) => name).join()}`),
    onSave: () => undefined,
    onCancel: () => values.push('cancel'),
  });
  const setProps = (pick: boolean, props: Parameters<typeof readRules>[0] = {}) =>
    session.setMode(pick ? 'pick' : 'browse', (call) => readRules(props, call));
  setProps(isPick);
  return {
    session,
    picker,
    connection,
    values,
    setProps,
    select: (item: DriveItem) => picker.setSelection(() => selectOnly(item.id)),
    unselect: () => picker.setSelection(() => EMPTY_SELECTION),
    preset: (...items: readonly DriveItem[]) =>
      session.preset(
        items.map(({ driveId, id, name }) => ({ item: { driveId, id, name, parentReference: {} } })),
      ),
    basket: () => {
      const state = picker.state.get();
      return state.status === 'off' ? 'off' : state.basket.map(({ item }) => item.name).join();
    },
  };
}

describe('the value of a control in mode pick', () => {
  it('is what is picked, with and without Choose, and nothing once that is removed', () => {
    const { session, picker, select, unselect, values } = createScene();
    select(plan);
    unselect();
    select(draft);
    session.choose(picker.choice());
    picker.clear();
    expect(values).toEqual(['Plan.docx', '', 'Draft.docx', 'pick Draft.docx', '']);
  });

  it('goes back with Cancel to what was chosen last', () => {
    const { session, picker, select, values } = createScene();
    select(plan);
    session.choose(picker.choice());
    select(draft);
    session.cancel();
    expect(values).toEqual(['Plan.docx', 'pick Plan.docx', 'Draft.docx', 'Plan.docx', 'cancel']);
  });

  it('is told of no value that the host has given or holds already', () => {
    const { session, select, preset, basket, values } = createScene();
    preset(plan);
    select(draft);
    preset(draft);
    expect(values).toEqual(['Draft.docx']);
    session.cancel();
    expect([basket(), values.at(-2)]).toEqual(['Plan.docx', 'Plan.docx']);
    preset();
    session.cancel();
    expect(basket()).toBe('');
  });

  it('is what stays in the basket under the rules', () => {
    const { preset, setProps, values } = createScene();
    preset(plan, draft);
    setProps(true, { maxCount: 2 });
    preset(plan, draft);
    setProps(true);
    expect(values).toEqual(['Draft.docx', 'Draft.docx']);
  });

  it('stays while nobody is signed in, and when somebody comes', () => {
    const { connection, picker, preset, select, basket, values } = createScene({
      start: { state: 'starting' },
    });
    preset(plan);
    connection.set({ state: 'signed-out' });
    picker.clear();
    expect([basket(), values]).toEqual(['', []]);
    connection.set({ state: 'connecting' });
    connection.set(CONNECTED);
    expect([basket(), values]).toEqual(['Plan.docx', []]);
    select(draft);
    expect(values).toEqual(['Draft.docx']);
  });

  it('is the open folder once that was chosen; another open folder can be chosen after it', () => {
    const { session, picker, setProps, basket, values } = createScene();
    setProps(true, { pickKind: 'folders' });
    session.choose(picker.choice());
    const [open = ''] = values;
    expect(open).not.toBe('');
    expect([basket(), values]).toEqual([open, [open, `pick ${open}`]]);
    session.choose([papers]);
    expect([basket(), values.slice(2)]).toEqual(['Papers', ['Papers', 'pick Papers']]);
    session.cancel();
    expect(basket()).toBe('Papers');
  });

  it('is left alone by a call until that has chosen', async () => {
    const { session, picker, select, basket, values } = createScene();
    select(plan);
    const cancelled = session.pick({});
    select(draft);
    session.cancel();
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect([basket(), values]).toEqual(['Plan.docx', ['Plan.docx', 'cancel']]);
    const picked = session.pick({});
    select(draft);
    session.choose(picker.choice());
    await picked;
    expect([basket(), values.slice(2)]).toEqual(['Draft.docx', ['Draft.docx', 'pick Draft.docx']]);
  });

  it('stays while it browses, whatever a call picks, and is picked when picking goes on', async () => {
    const { session, picker, select, setProps, basket, values } = createScene();
    select(plan);
    setProps(false);
    const picked = session.pick({});
    select(draft);
    session.choose(picker.choice());
    await picked;
    expect(values).toEqual(['Plan.docx', 'pick Draft.docx']);
    setProps(true);
    expect([basket(), values.length]).toEqual(['Plan.docx', 2]);
  });

  it('is put back by a reset, with what Cancel puts back', () => {
    const { session, picker, select, preset, basket } = createScene();
    select(plan);
    session.choose(picker.choice());
    preset();
    session.putBack();
    session.cancel();
    expect(basket()).toBe('');
  });
});

describe('what was chosen', () => {
  it('is said to be so until something else is picked', () => {
    const { session, picker, select, preset } = createScene();
    select(plan);
    expect(session.isChosen.get()).toBe(false);
    session.choose(picker.choice());
    expect(session.isChosen.get()).toBe(true);
    select(draft);
    expect(session.isChosen.get()).toBe(false);
    session.cancel();
    expect(session.isChosen.get()).toBe(true);
    preset(draft);
    expect(session.isChosen.get()).toBe(false);
  });
});
