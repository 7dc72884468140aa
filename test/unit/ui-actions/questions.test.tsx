import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OneDriveError } from '../../../src/lib';
import type { TransferState, TransferTask, UploadAnswer } from '../../../src/transfer';
import { Overlays } from '../../../src/ui/overlays';
import { loadLaterParts } from '../../../src/ui/later';
import { TransferPanel } from '../../../src/ui/transfers';
import { buildFile, buildFolder } from '../../support/drive-items';
import { renderControl } from './render-control';

const NOON = Date.UTC(2026, 9, 14, 12);
const error = new OneDriveError('name-conflict');

function buildTask(name: string, state: TransferState, given: Partial<TransferTask> = {}): TransferTask {
  const folder = { driveId: 'drive', id: 'root', name: '' };
  const file = { id: name, kind: 'upload', content: 'file', name, folder, size: 2_048 } as const;
  return { ...file, lastModified: NOON, state, ...given };
}

/** Found before anything was sent. `existing` was changed before `NOON`. */
function taken(name: string, existing: Parameters<typeof buildFile>[0] = {}): TransferTask {
  const proposal = name.replace('.', ' 1.');
  const item = buildFile({ name, size: 3_072, ...existing });
  return buildTask(name, { status: 'conflict', error, existing: item, proposal, prompts: true });
}

function misnamed(name: string, proposal: string): TransferTask {
  const problem = { kind: 'characters', characters: [':'] } as const;
  return buildTask(name, { status: 'misnamed', problem, proposal, prompts: true });
}

async function renderQuestions(...tasks: readonly TransferTask[]) {
  const answers: (readonly [string, UploadAnswer])[] = [];
  const scene = renderControl(
    <>
      <button type="button">Opener</button>
      <Overlays />
      <TransferPanel />
    </>,
    (fake) => ({ transfers: { ...fake.transfers, answerAll: (given) => void answers.push(...given) } }),
  );
  const ask = (...asking: readonly TransferTask[]) => act(() => scene.control.tasks.set(asking));
  await act(loadLaterParts);
  screen.getByRole('button', { name: 'Opener' }).focus();
  ask(...tasks);
  return { ...scene, ask, answers, press: (name: string) => scene.user.click(button(name)) };
}

const button = (name: string) => screen.getByRole('button', { name });
const row = (name: string) => within(within(screen.getByRole('dialog')).getByRole('group', { name }));

test('what is found before anything is sent is asked in one dialog, and nothing is lost by just going on', async () => {
  const { answers, press } = await renderQuestions(taken('a.txt'), taken('b.txt'), misnamed('c:d', 'c-d'));
  expect(screen.getByRole('dialog', { name: '3 items need your answer' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: '2 names are taken' })).toBeTruthy();
  expect(screen.getByRole('radio', { name: /Keep both for all/, checked: true })).toBeTruthy();
  await press('Continue');
  expect(answers).toEqual([
    ['a.txt', 'rename'],
    ['b.txt', 'rename'],
    ['c:d', { name: 'c-d' }],
  ]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test.each([
  [/Replace all/, ['replace', 'rename', 'replace']],
  [/Skip all/, ['skip', 'skip', 'skip']],
  [/Continue what was interrupted: replace 1 smaller copy/, ['skip', 'skip', 'replace']],
])('one answer for all: %s', async (label, expected) => {
  const existing = buildFolder({ name: 'docs', size: 1 });
  const docs = buildTask('docs', { status: 'conflict', error, existing, prompts: true });
  const { user, answers, press } = await renderQuestions(taken('a.txt'), docs, taken('b.txt', { size: 1 }));
  await user.click(screen.getByRole('radio', { name: label }));
  await press('Continue');
  expect(answers.map(([, answer]) => answer)).toEqual(expected);
});

test('nothing was interrupted where nothing that is there is smaller', async () => {
  await renderQuestions(taken('a.txt'), taken('b.txt'));
  expect(screen.getAllByRole('radio')).toHaveLength(4);
  expect(screen.queryByRole('radio', { name: /interrupted/ })).toBeNull();
});

test('one by one: both sides with what is known of them, and the name that yours would get', async () => {
  const { user, answers, press } = await renderQuestions(
    taken('a.txt', { parentReference: { name: 'Minutes', path: '/drive/root:/Minutes' } }),
    taken('b.txt'),
    taken('c.txt'),
  );
  await user.click(screen.getByRole('radio', { name: 'Decide one by one' }));
  const a = row('a.txt');
  expect(a.getByText('In Minutes')).toBeTruthy();
  expect(a.getByRole('checkbox', { name: /^Yours.*newer.*2 kB.*Oct 14, 2026/, checked: true })).toBeTruthy();
  const theirs = a.getByRole('checkbox', { name: /^Already there(?!.*newer).*3 kB.*by Megan Bowen/ });
  expect(a.getByText('Both stay. Yours becomes “a 1.txt”.')).toBeTruthy();
  await user.click(theirs);
  expect(a.getByText('Yours replaces what is there.')).toBeTruthy();
  await user.click(row('b.txt').getByRole('checkbox', { name: /^Yours/ }));
  expect(row('b.txt').getByText('Yours is left out. What is there stays.')).toBeTruthy();
  await press('Continue');
  expect(answers.map(([, answer]) => answer)).toEqual(['replace', 'skip', 'rename']);
});

test('a folder whose name a file has is asked about once, for all that lies in it', async () => {
  const folder = { id: 'question', path: ['trip', 'docs'] };
  const state = {
    status: 'conflict',
    error,
    existing: buildFile({ name: 'docs' }),
    proposal: 'docs 1',
    prompts: true,
    folder,
  } as const;
  const { answers, press } = await renderQuestions(buildTask('x.txt', state), buildTask('y.txt', state));
  expect(screen.getByRole('dialog', { name: 'One item needs your answer' })).toBeTruthy();
  const docs = row('docs');
  expect(docs.getByText('Folder with 2 items')).toBeTruthy();
  const theirs = docs.getByRole('checkbox', { name: /^Already there/, checked: true });
  expect((theirs as HTMLInputElement).disabled).toBe(true);
  await press('Continue');
  expect(answers).toEqual([['y.txt', 'rename']]);
});

test('a name is put right in its field, checked while it is typed', async () => {
  const { user, answers, press } = await renderQuestions(misnamed('a:b', 'a-b'), misnamed('c:d', 'c-d'));
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'New name for a:b' });
  expect(field.value).toBe('a-b');
  expect(screen.getAllByText(/Why it needs a new name: .*character :/)).toHaveLength(2);
  await user.type(field, '?');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await press('Use “a-b-” instead');
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('aria-invalid')).not.toBe('true');
  await user.click(screen.getAllByRole('checkbox', { name: 'Do not upload it' })[1] ?? field);
  expect(screen.queryByRole('textbox', { name: 'New name for c:d' })).toBeNull();
  await press('Continue');
  expect(answers).toEqual([
    ['a:b', { name: 'a-b-' }],
    ['c:d', 'skip'],
  ]);
});

test('a name that will not do is refused once, an empty one always', async () => {
  const { user, answers, press } = await renderQuestions(misnamed('a:b', 'a-b'));
  const field = screen.getByRole('textbox');
  await user.clear(field);
  await press('Continue');
  await press('Continue');
  expect(document.activeElement).toBe(field);
  expect(screen.queryByText(/Continue again/)).toBeNull();
  await user.type(field, 'a?');
  await press('Continue');
  expect(screen.getByText(/Continue again to try it all the same/)).toBeTruthy();
  expect(answers).toEqual([]);
  await press('Continue');
  expect(answers).toEqual([['a:b', { name: 'a?' }]]);
});

test('Esc leaves the rows asking, gives the focus back, and a button asks again', async () => {
  const { user, answers } = await renderQuestions(taken('a.txt'));
  expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(button('Opener'));
  expect(answers).toEqual([]);
  expect(button('Keep both')).toBeTruthy();
  await user.click(button('Decide…'));
  expect(screen.getByRole('dialog', { name: 'One item needs your answer' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(button('Decide…')));
});

test('what is asked later joins the open dialog, and keeps what was decided', async () => {
  const a = taken('a.txt');
  const { user, answers, ask, press } = await renderQuestions(a);
  await user.click(row('a.txt').getByRole('checkbox', { name: /^Already there/ }));
  expect(screen.getByRole('status').textContent).toBe('1 question is open.');
  ask(a, taken('b.txt'), buildTask('runs.txt', { status: 'preparing' }));
  expect(screen.getByRole('dialog', { name: '2 items need your answer' })).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe(
    'What needs no answer is being uploaded meanwhile.2 questions are open.',
  );
  await press('Continue');
  expect(answers).toEqual([
    ['a.txt', 'replace'],
    ['b.txt', 'rename'],
  ]);
});

test('a closed dialog comes back for what is new, and not for what it has asked', async () => {
  const a = taken('a.txt');
  const { user, ask } = await renderQuestions(a);
  await user.keyboard('{Escape}');
  ask(a, buildTask('runs.txt', { status: 'preparing' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  ask(a, taken('b.txt'));
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('a name that is taken later asks in its row only', async () => {
  await renderQuestions(buildTask('late.txt', { status: 'conflict', error }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Decide…' })).toBeNull();
  expect(button('Keep both')).toBeTruthy();
});

test('it waits while another dialog is open, and closes when nothing asks any more', async () => {
  const { view, ask } = await renderQuestions();
  act(() => view.dialog.set({ kind: 'new-folder' }));
  ask(taken('a.txt'));
  expect(view.dialog.get()?.kind).toBe('new-folder');
  act(() => view.dialog.set(undefined));
  expect(view.dialog.get()?.kind).toBe('questions');
  ask(buildTask('a.txt', { status: 'cancelled' }));
  expect(view.dialog.get()).toBeUndefined();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('many are shown step by step', async () => {
  const { user, press } = await renderQuestions(
    ...Array.from({ length: 60 }, (_, index) => taken(`${index}.txt`)),
  );
  await user.click(screen.getByRole('radio', { name: 'Decide one by one' }));
  const list = within(screen.getByRole('list', { name: 'Names that are taken' }));
  expect(list.getAllByRole('listitem')).toHaveLength(50);
  await press('Show 10 more');
  expect(list.getAllByRole('listitem')).toHaveLength(60);
});
