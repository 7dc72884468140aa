import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OneDriveError, type ErrorCode } from '../../../src/lib';
import { en } from '../../../src/locales';
import { laterEn } from '../../../src/locales/later-en';
import type { TransferState, TransferTask } from '../../../src/transfer';
import { TransferPanel } from '../../../src/ui/transfers';
import { buildFile } from '../../support/drive-items';
import { renderControl } from './render-control';

const MEGABYTE = 1024 * 1024;
const REPORTS = { driveId: 'drive', id: 'reports', name: 'Reports' };
const waiting: TransferState = { status: 'waiting', reason: 'queue' };
const done: TransferState = { status: 'done' };

function buildTask(name: string, state: TransferState, size = 100 * MEGABYTE): TransferTask {
  return { id: name, kind: 'upload', content: 'file', name, folder: REPORTS, size, state };
}

function sending(loaded: number, total = 100 * MEGABYTE): TransferState {
  return { status: 'sending', loaded, total, restarts: 0 };
}

function fail(code: ErrorCode): TransferState {
  return { status: 'failed', error: new OneDriveError(code, { requestId: 'request-1' }) };
}

function renderPanel() {
  const rendered = renderControl(<TransferPanel />);
  const show = (...tasks: readonly TransferTask[]) => act(() => rendered.control.tasks.set(tasks));
  return { ...rendered, show };
}

const panel = () => screen.getByRole('region', { name: 'Transfers' });
const isOpen = () => screen.queryByRole('list') !== null;

describe('with the time', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const pass = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));

  it('the header says how much has arrived, how fast, and how long the rest takes', () => {
    const { show } = renderPanel();
    for (let step = 0; step <= 20; step += 1) {
      show(buildTask('a', sending(step * 0.1 * MEGABYTE)), buildTask('b', waiting));
      pass(100);
    }
    expect(screen.getByRole('heading').textContent).toBe('Uploading 1 of 2 – 4 min left');
    expect(within(panel()).getByText(/^2 MB of 200 MB · 1 MB\/s$/)).toBeTruthy();
    // What waits takes no time.
    show(buildTask('a', { status: 'waiting', reason: 'offline' }), buildTask('b', waiting));
    expect(screen.getByRole('heading').textContent).toBe('Waiting for the connection');
  });

  it('a wait says why, and counts down to the next try', () => {
    const { show } = renderPanel();
    const until = Date.now() + 12_000;
    const busy: TransferState = { status: 'waiting', reason: 'throttled', until };
    const later: TransferState = { status: 'waiting', reason: 'throttled', until: until + 600_000 };
    show(buildTask('a', busy), buildTask('b', later));
    expect(screen.getByText('OneDrive is busy – next try in 12 seconds')).toBeTruthy();
    expect(screen.getByText(/^OneDrive is busy – next try at \d/)).toBeTruthy();
    pass(5_000);
    expect(screen.getByText('OneDrive is busy – next try in 7 seconds')).toBeTruthy();
    expect(screen.getByRole('heading').textContent).toBe(
      'Waiting because OneDrive is busy – next try in 7 seconds',
    );
    pass(7_000);
    expect(screen.getByText('OneDrive is busy')).toBeTruthy();
  });

  it('what begins and ends within a second moves no row, and every row says what it is', () => {
    const { show } = renderPanel();
    const rows = () =>
      screen.getAllByRole('listitem').map((row) => `${row.dataset['task']} ${row.style.top} ${stateOf(row)}`);
    const stateOf = (row: HTMLElement) => /Waiting|Uploaded|busy|%/.exec(row.textContent)?.[0];
    const busy: TransferState = { status: 'waiting', reason: 'throttled' };
    show(buildTask('a', waiting), buildTask('b', sending(1)), buildTask('c', waiting));
    expect(rows()).toEqual(['b 0px %', 'a 56px Waiting', 'c 112px Waiting']);
    pass(100);
    show(buildTask('a', waiting), buildTask('b', done), buildTask('c', sending(1)));
    expect(rows()).toEqual(['b 0px Uploaded', 'a 56px Waiting', 'c 112px %']);
    pass(1_000);
    expect(rows()).toEqual(['c 0px %', 'a 56px Waiting', 'b 112px Uploaded']);
    // What needs more room than a line has it at once.
    show(buildTask('a', busy), buildTask('b', done), buildTask('c', done));
    expect(rows()).toEqual(['c 0px Uploaded', 'a 56px busy', 'b 144px Uploaded']);
    pass(1_000);
    expect(rows()).toEqual(['a 0px busy', 'b 88px Uploaded', 'c 144px Uploaded']);
  });

  it('closes its list some seconds after everything has arrived, and stays closed for one more file', () => {
    const { show } = renderPanel();
    show(buildTask('a', sending(1)), buildTask('b', waiting));
    expect(isOpen()).toBe(true);
    show(buildTask('a', done), buildTask('b', done));
    pass(4_900);
    expect(isOpen()).toBe(true);
    pass(3_000);
    expect(isOpen()).toBe(false);
    expect(screen.getByRole('heading').textContent).toBe('2 items uploaded');
    show(buildTask('a', done), buildTask('b', done), buildTask('c', waiting));
    expect(isOpen()).toBe(false);
    show(buildTask('a', done), buildTask('b', done), buildTask('c', waiting), buildTask('d', waiting));
    expect(isOpen()).toBe(true);
  });

  it.each([
    ['under the pointer', () => fireEvent.pointerOver(panel()), () => fireEvent.pointerOut(panel())],
    ['under the focus', () => act(() => panel().focus()), () => act(() => panel().blur())],
  ])('never closes its list %s', (_where, enter, leave) => {
    const { show } = renderPanel();
    show(buildTask('a', done), buildTask('b', done));
    enter();
    pass(60_000);
    expect(isOpen()).toBe(true);
    leave();
    pass(8_000);
    expect(isOpen()).toBe(false);
  });

  it('never hides an error or a question', () => {
    const { show } = renderPanel();
    for (const state of [fail('locked'), { status: 'conflict', error: new OneDriveError('name-conflict') }]) {
      show(buildTask('a', done), buildTask('b', state as TransferState));
      pass(3_600_000);
      expect(isOpen()).toBe(true);
    }
  });
});

it('one file opens no list; an error of it does', () => {
  const { show } = renderPanel();
  show(buildTask('a', sending(1)));
  expect(isOpen()).toBe(false);
  show(buildTask('a', fail('locked')));
  expect(isOpen()).toBe(true);
});

it('a row leads to its folder, and what has arrived can be shown there and its link copied', async () => {
  const { user, show, control, view } = renderPanel();
  const item = buildFile({ id: 'item', name: 'a.txt', webUrl: 'https://contoso.sharepoint.com/a.txt' });
  show(buildTask('a.txt', { status: 'done', item }), buildTask('b.txt', sending(1)));
  const opened: unknown[] = [];
  vi.spyOn(control.folder, 'openPath').mockImplementation(async (place) => void opened.push(place));
  await user.click(screen.getByRole('button', { name: 'Uploaded to Reports' }));
  await user.click(screen.getByRole('button', { name: 'Reports' }));
  expect(view.reveal.get()).toBeUndefined();
  await user.click(screen.getByRole('button', { name: 'Show a.txt in its folder' }));
  expect(view.reveal.get()).toBe('item');
  const folder = { driveId: 'drive', id: 'reports' };
  expect(opened).toEqual([folder, folder, folder]);
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await user.click(screen.getByRole('button', { name: 'Copy the link to a.txt' }));
  expect(write).toHaveBeenCalledWith('https://contoso.sharepoint.com/a.txt');
  expect(view.announcement.get()).toBe('The link to a.txt was copied.');
});

it('what lies there under another name is called by it, and no name reads backwards', () => {
  const { show } = renderPanel();
  show(
    buildTask('a.txt', { status: 'done', item: buildFile({ name: 'a 1.txt' }) }),
    buildTask('evil\u202egpj.exe', waiting),
  );
  expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('a 1.txt');
  expect(screen.getByText('U+202E')).toBeTruthy();
  expect(panel().textContent).not.toContain('\u202e');
});

it('why a name will not do can be read to its end', () => {
  const { show } = renderPanel();
  const problem = { kind: 'characters', characters: ['"', '*', ':', '<', '>', '?', '|'] } as const;
  show(buildTask('a.txt', { status: 'misnamed', problem, proposal: 'b.txt' }));
  const why = screen.getByText('A name can’t contain the characters " * : < > ? |');
  expect([why.scrollWidth - why.clientWidth, why.scrollHeight - why.clientHeight]).toEqual([0, 0]);
  const row = screen.getByRole('listitem');
  expect(row.scrollHeight).toBe(row.clientHeight);
});

it('a zip that reads one small file after the other says how much it has, and flickers not', () => {
  const { show } = renderPanel();
  const progress = { loaded: 2 * MEGABYTE, total: 0, restarts: 0 };
  const task = buildTask('a.zip', { status: 'preparing', progress });
  show({ ...task, kind: 'download', content: 'zip' }, buildTask('b', waiting));
  expect(screen.getByText('2 MB received')).toBeTruthy();
  expect(screen.getByRole('progressbar', { name: 'a.zip' })).toBeTruthy();
});

it('a failure has its details, and what can’t be helped can be taken away', async () => {
  const { user, show, control, view } = renderPanel();
  show(buildTask('a.txt', fail('malware')), buildTask('b.txt', waiting));
  await user.click(screen.getByRole('button', { name: 'Details of a.txt' }));
  expect(view.dialog.get()).toMatchObject({ kind: 'failure', name: 'a.txt', error: { code: 'malware' } });
  await user.click(screen.getByRole('button', { name: 'Remove a.txt from the list' }));
  expect(control.calls).toEqual(['clearFinished']);
});

const CODES = Object.keys({ ...en, ...laterEn }).flatMap(
  (id) => (/^error\.(.+)\.title$/.exec(id)?.[1] ?? []) as ErrorCode[],
);

it.each(CODES)('a row that failed of %s says it in words, with what can be done', (code) => {
  const { show } = renderPanel();
  show(buildTask('a.txt', fail(code)));
  const row = screen.getByRole('listitem');
  const texts: Readonly<Record<string, unknown>> = { ...en, ...laterEn };
  expect(within(row).getByText(String(texts[`error.${code}.title`]))).toBeTruthy();
  expect(within(row).getByText(String(texts[`error.${code}.advice`]))).toBeTruthy();
  expect(within(row).getAllByRole('button', { name: /^(Retry|Remove) a\.txt/ })).toHaveLength(1);
  expect(within(row).getByRole('button', { name: 'Details of a.txt' })).toBeTruthy();
});

describe('the focus', () => {
  it('stays in the row whose button has changed, and in the panel where the row is gone', async () => {
    const { user, show } = renderPanel();
    show(buildTask('a.txt', sending(1)), buildTask('b.txt', sending(1)));
    await user.click(screen.getByRole('button', { name: 'Cancel a.txt' }));
    show(buildTask('a.txt', { status: 'cancelled' }), buildTask('b.txt', sending(1)));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Retry a.txt' }));
    show(buildTask('b.txt', sending(1)));
    expect(document.activeElement).toBe(panel());
  });

  it('is not taken by the panel while it is elsewhere', () => {
    const { show } = renderPanel();
    show(buildTask('a.txt', sending(1)), buildTask('b.txt', sending(1)));
    show(buildTask('b.txt', sending(1)));
    expect(document.activeElement).toBe(document.body);
  });

  it('keeps its row, however far the list is scrolled', async () => {
    const { show } = renderPanel();
    show(...Array.from({ length: 10_000 }, (_, index) => buildTask(`${index}.txt`, waiting)));
    const button = screen.getByRole('button', { name: 'Cancel 2.txt' });
    act(() => button.focus());
    const scroller = screen.getByRole('group', { name: 'List of transfers' });
    scroller.scrollTop = scroller.scrollHeight;
    await waitFor(() => expect(screen.getByText('9999.txt')).toBeTruthy());
    expect(document.activeElement).toBe(button);
    expect(screen.getAllByRole('listitem').length).toBeLessThan(40);
  });
});

it('the live region speaks of what was begun now, not of what the panel still shows', () => {
  const { view, show } = renderPanel();
  const heard: string[] = [];
  view.announcement.subscribe(() => heard.push(view.announcement.get()));
  const earlier = [buildTask('a.txt', done), buildTask('b.txt', fail('locked'))];
  show(...earlier.map(({ name }) => buildTask(name, waiting)));
  show(...earlier);
  heard.length = 0;
  show(...earlier, buildTask('c.txt', waiting), buildTask('d.txt', waiting));
  show(...earlier, buildTask('c.txt', sending(50 * MEGABYTE)), buildTask('d.txt', waiting));
  show(...earlier, buildTask('c.txt', fail('access-denied')), buildTask('d.txt', sending(0)));
  show(...earlier, buildTask('c.txt', fail('access-denied')), buildTask('d.txt', done));
  expect(heard).toEqual([
    'Transfer of 2 items started.',
    '25% done',
    'c.txt failed: You can’t do this here',
    '1 item done, 1 failed',
  ]);
});

it('what an earlier page has left is not said to have started', () => {
  const { view, show } = renderPanel();
  show(buildTask('a.txt', { status: 'interrupted', needs: 'file' }));
  expect(view.announcement.get()).toBe('1 upload interrupted');
});

it('the live region says each thing once, though a file begins again', () => {
  const { show, view } = renderPanel();
  const heard: string[] = [];
  view.announcement.subscribe(() => heard.push(view.announcement.get()));
  const look = (first: TransferState, second: TransferState) =>
    show(buildTask('a', first), buildTask('b', second));
  look(sending(0), waiting);
  look(sending(60 * MEGABYTE), waiting);
  look(fail('locked'), sending(MEGABYTE));
  look(waiting, sending(MEGABYTE));
  look(sending(70 * MEGABYTE), sending(MEGABYTE));
  look(fail('locked'), sending(20 * MEGABYTE));
  look(done, done);
  look(done, done);
  expect(heard).toEqual([
    'Transfer of 2 items started.',
    '25% done',
    'a failed: The file is in use',
    '2 items uploaded',
  ]);
});
