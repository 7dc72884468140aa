import { describe, expect, it } from 'vitest';
import type { ControlListeners, Respond } from '../../../../src/host';
import { createStore, type OneDriveError } from '../../../../src/lib';
import { historyOf } from '../../../../src/ui/hosting/create-history';
import { createGuard } from '../../../../src/ui/hosting/create-guard';
import { pass } from '../../../../src/ui/hosting/pass';
import { followControl } from '../../../../src/ui/one-drive-control/follow-control';
import { createHostDoor } from '../../../../src/ui/one-drive-control/guard-model';
import { buildFile, buildFolder } from '../../../support/drive-items';
import { createFakeControlModel, createFakeOperations } from '../../../support/fake-control-model';

const FILE = buildFile({ name: 'a.txt' });
const OTHER = { id: 'other', name: 'Alex', username: 'alex@contoso.example', tenantId: 'tenant' };

function createScene(listeners: ControlListeners = {}) {
  const model = createFakeControlModel(() => [FILE]);
  const control = { ...model, operations: createFakeOperations(model.folder, model.commands) };
  const { signal: ended } = new AbortController();
  const door = createHostDoor({ control, listeners: { current: listeners }, ended });
  const guard = createGuard(door, createStore<OneDriveError | undefined>(undefined));
  const begun = () => control.operations.all.get().length;
  return { model, door, guard, begun };
}

/** A promise of the host, and what settles it. */
function createAnswer() {
  let resolve: (value: unknown) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<unknown>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return {
    resolve: (value: unknown) => resolve(value),
    reject: (reason: unknown) => reject(reason),
    onBefore: ({ respondWith }: Respond) => respondWith(promise),
  };
}

describe('before something is done', () => {
  it('a listener that says nothing changes nothing, and is told all', async () => {
    const told: unknown[] = [];
    const { guard, begun } = createScene({ onBeforeDelete: ({ items }) => told.push(...items) });
    await guard.operations.begin({ kind: 'delete', items: [FILE] });
    expect(told).toEqual([FILE]);
    expect(begun()).toBe(1);
  });

  it('what the page does itself is not begun', async () => {
    const { guard, begun } = createScene({ onBeforeDelete: ({ preventDefault }) => preventDefault() });
    expect(await guard.operations.begin({ kind: 'delete', items: [FILE] })).toBeUndefined();
    expect(begun()).toBe(0);
  });

  it('false as an answer stops it without a word', async () => {
    const { door, guard, begun } = createScene({
      onBeforeDelete: ({ respondWith }) => respondWith(Promise.resolve(false)),
    });
    await guard.operations.begin({ kind: 'delete', items: [FILE] });
    expect([begun(), door.works.get()]).toEqual([0, []]);
  });

  it('a dialog that was closed meanwhile begins nothing any more, and hears why it may not', async () => {
    const answers = [createAnswer(), createAnswer()];
    let count = 0;
    const { guard, begun } = createScene({ onBeforeRename: (event) => answers[count++]?.onBefore(event) });
    const closed = new AbortController();
    const deed = { kind: 'rename', renames: [{ item: FILE, name: 'b.txt' }] } as const;
    const left = guard.operations.begin(deed, closed.signal);
    closed.abort();
    answers[0]?.resolve(undefined);
    expect(await left).toBeUndefined();
    const refused = guard.operations.begin(deed, new AbortController().signal);
    answers[1]?.reject(new Error('Begin with C7.'));
    await expect(refused).rejects.toMatchObject({ code: 'refused-by-page', serviceText: 'Begin with C7.' });
    expect(begun()).toBe(0);
  });

  it('nothing is done for somebody else than who wanted it', async () => {
    const answer = createAnswer();
    const { guard, begun, model } = createScene({ onBeforeDelete: answer.onBefore });
    const asked = guard.operations.begin({ kind: 'delete', items: [FILE] });
    model.connection.set({ state: 'connected', account: OTHER, expiresOn: undefined });
    answer.resolve(undefined);
    expect(await asked).toBeUndefined();
    expect(begun()).toBe(0);
  });

  it('an answer that comes late is a mistake of the page, and is told as one', () => {
    let late: Respond | undefined;
    const opened: string[] = [];
    const { door } = createScene({
      onBeforeOpen: (event) => (late = event),
      onOpen: ({ item }) => opened.push(item.name),
    });
    pass(door, 'Open', { item: FILE }, () => opened.push('run'));
    expect(opened).toEqual(['run', 'a.txt']);
    expect(() => late?.respondWith(Promise.resolve())).toThrow(TypeError);
  });
});

describe('while the page thinks', () => {
  it.each(['Pick', 'Open'] as const)('%s is asked once, however often it is pressed', async (kind) => {
    const answers = [createAnswer(), createAnswer()];
    let count = 0;
    const done: string[] = [];
    const onBefore = (event: Respond) => answers[count++]?.onBefore(event);
    const { door } = createScene({ onBeforePick: onBefore, onBeforeOpen: onBefore });
    const detail = { item: FILE, items: [FILE] };
    const press = () => pass(door, kind, detail, () => done.push(kind));
    press();
    press();
    expect(count).toBe(1);
    answers[0]?.resolve(undefined);
    await expect.poll(() => done).toEqual([kind]);
    await Promise.resolve();
    press();
    expect(count).toBe(2);
  });
});

describe('the history of a control', () => {
  it('where back and forward lead is told in collections too, and then where the user is again', async () => {
    const { model, door } = createScene();
    const told: string[] = [];
    const failure = createStore<OneDriveError | undefined>(undefined);
    const history = historyOf(door);
    followControl(
      { ...model, host: door, commandFailure: failure, filterFailure: failure },
      {
        onNavigate: ({ item, canGoBack, canGoForward }) =>
          told.push(`${item.elsewhere?.kind ?? item.id} ${canGoBack} ${canGoForward}`),
      },
    );
    await model.folder.openPath({ elsewhere: { kind: 'recent' } });
    history.go('back');
    expect(told).toEqual(['root false false', 'recent true false', 'root false true']);
  });

  it('goes back and forward; what is opened after going back takes the place of what was ahead', async () => {
    const { model, door } = createScene();
    const [one, two, three] = ['One', 'Two', 'Three'].map((name) => buildFolder({ name }));
    if (!one || !two || !three) throw new Error('There are three.');
    const history = historyOf(door);
    const here = () => model.folder.state.get().path.at(-1)?.name;
    await model.folder.openPath([]);
    model.folder.open(one);
    model.folder.open(two);
    history.go('back');
    expect([here(), history.can('forward')]).toEqual(['One', true]);
    model.folder.open(three);
    expect([here(), history.can('forward')]).toEqual(['Three', false]);
    history.go('back');
    expect(here()).toBe('One');
    // Nobody walks through the folders of somebody else.
    model.connection.set({ state: 'connected', account: OTHER, expiresOn: undefined });
    expect(history.can('forward')).toBe(false);
  });

  it('a door gives way to the folder behind it, found or made; back leads to where the user was before', async () => {
    const { model, door } = createScene();
    const history = historyOf(door);
    const root = { driveId: 'drive', id: 'root', name: '' };
    const way = { driveId: '', id: '', name: 'Files of this app' };
    const own = { driveId: 'drive', id: 'own', name: 'Portal' };
    await model.folder.openPath({ way: [{ ...way, elsewhere: { kind: 'app-folder' } }] });
    await model.folder.openPath({ way: [root, own] });
    history.go('back');
    expect(model.folder.state.get().path).toEqual([root]);
    expect([history.can('back'), history.can('forward')]).toEqual([false, true]);
  });
});
