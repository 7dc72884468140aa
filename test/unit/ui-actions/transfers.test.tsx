import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OneDriveError } from '../../../src/lib';
import type { TransferState, TransferTask } from '../../../src/transfer';
import { TransferPanel } from '../../../src/ui/transfers';
import { buildFile, buildFolder } from '../../support/drive-items';
import { renderControl } from './render-control';

const waiting: TransferState = { status: 'waiting', reason: 'queue' };

function buildTask(name: string, state: TransferState, size = 100): TransferTask {
  const folder = { driveId: 'drive', id: 'root', name: '' };
  return { id: name, kind: 'upload', content: 'file', name, folder, size, state };
}

const sending = (loaded: number): TransferState => ({ status: 'sending', loaded, total: 100, restarts: 0 });

test('the panel says what is going on, and every row its state', async () => {
  const { control } = renderControl(<TransferPanel />);
  expect(screen.queryByRole('region', { name: 'Transfers' })).toBeNull();
  act(() => control.tasks.set([buildTask('a.txt', sending(58)), buildTask('b.txt', waiting)]));
  const panel = screen.getByRole('region', { name: 'Transfers' });
  expect(within(panel).getByRole('heading', { name: 'Uploading 1 of 2' })).toBeTruthy();
  expect(within(panel).getByText('58% of 100 bytes')).toBeTruthy();
  expect(within(panel).getByText('Waiting')).toBeTruthy();
  expect(within(panel).queryByRole('button', { name: 'Close' })).toBeNull();
});

test.each([
  ['Keep both', 'rename'],
  ['Replace', 'replace'],
  ['Skip', 'skip'],
])('a taken name is answered with %s', async (label, answer) => {
  const answers: string[] = [];
  const { user, control } = renderControl(<TransferPanel />, (fake) => ({
    transfers: { ...fake.transfers, resolveConflict: (id, given) => void answers.push(`${id} ${given}`) },
  }));
  const error = new OneDriveError('name-conflict');
  act(() => control.tasks.set([buildTask('a.txt', { status: 'conflict', error })]));
  await user.click(screen.getByRole('button', { name: label }));
  expect(answers).toEqual([`a.txt ${answer}`]);
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Transfers' }));
});

test('a name that will not do says why, and offers one that will', async () => {
  const answers: string[] = [];
  const { user, control } = renderControl(<TransferPanel />, (fake) => ({
    transfers: { ...fake.transfers, resolveConflict: (id, given) => void answers.push(`${id} ${given}`) },
  }));
  const problem = { kind: 'characters', characters: [':'] } as const;
  const folder = { id: 'question', path: ['a', 'b:c'] };
  act(() =>
    control.tasks.set([
      buildTask('x:y', { status: 'misnamed', problem, proposal: 'x-y' }),
      buildTask('inside', { status: 'misnamed', problem, proposal: 'b-c', folder }),
    ]),
  );
  const [first, second] = screen.getAllByRole('listitem');
  if (!first || !second) throw new Error('Two rows.');
  expect(first.textContent).toContain('A name can’t contain the character :');
  expect(second.textContent).toContain('Its folder b:c: A name can’t contain the character :');
  await user.click(within(first).getByRole('button', { name: 'Use “x-y” instead' }));
  await user.click(within(second).getByRole('button', { name: 'Skip' }));
  expect(answers).toEqual(['x:y rename', 'inside skip']);
});

test('a folder replaces nothing, and nothing replaces it', () => {
  const { control } = renderControl(<TransferPanel />);
  const error = new OneDriveError('name-conflict');
  const folder = { id: 'question', path: ['docs'] };
  const existing = buildFolder({ name: 'docs' });
  act(() =>
    control.tasks.set([
      buildTask('docs', { status: 'conflict', error, existing }),
      buildTask('inside', { status: 'conflict', error, folder, existing: buildFile({ name: 'docs' }) }),
    ]),
  );
  expect(screen.queryByRole('button', { name: 'Replace' })).toBeNull();
  expect(screen.getAllByRole('button', { name: 'Keep both' })).toHaveLength(2);
  expect(screen.getByText('A file has the name of its folder docs')).toBeTruthy();
});

test('what failed says why and what to do, and is tried again', async () => {
  const { user, control } = renderControl(<TransferPanel />);
  const failed: TransferState = { status: 'failed', error: new OneDriveError('quota-exceeded') };
  act(() => control.tasks.set([buildTask('a.txt', failed)]));
  expect(screen.getByText('The OneDrive is full')).toBeTruthy();
  expect(screen.getByText(/Delete something or get more storage/)).toBeTruthy();
  act(() => control.tasks.set([buildTask('a.txt', { ...failed, missing: 2048 })]));
  expect(screen.getByText(/It needs .* more than is free/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Retry a.txt' }));
  await user.click(screen.getByRole('button', { name: 'Retry failed' }));
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(control.calls).toEqual(['retry', 'retryFailed', 'clearFinished']);
});

test('a row that asks stands above rows that failed', () => {
  const { control } = renderControl(<TransferPanel />);
  const failed: TransferState = { status: 'failed', error: new OneDriveError('locked') };
  const asking: TransferState = { status: 'conflict', error: new OneDriveError('name-conflict') };
  act(() =>
    control.tasks.set([
      buildTask('waits.txt', waiting),
      buildTask('failed.txt', failed),
      buildTask('asks.txt', asking),
      buildTask('runs.txt', sending(1)),
    ]),
  );
  const names = screen.getAllByRole('listitem').map(({ textContent }) => /^\w+/.exec(textContent)?.[0]);
  expect(names).toEqual(['asks', 'failed', 'runs', 'waits']);
});

test('what can never succeed offers no retry, and says which rule the name breaks', () => {
  const { control } = renderControl(<TransferPanel />);
  const failed: TransferState = { status: 'failed', error: new OneDriveError('invalid-name') };
  act(() =>
    control.tasks.set([
      buildTask('a:b?.txt', failed),
      buildTask('dot.', failed),
      buildTask('a\u0007b.txt', failed),
      buildTask('a\u0007b:c.txt', failed),
      buildTask('fine.txt', failed),
    ]),
  );
  expect(screen.queryByRole('button', { name: /Retry/ })).toBeNull();
  const texts = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  const advice = [
    'A name can’t contain the characters : ?',
    'A name can’t end with a dot.',
    'A name can’t contain control characters.',
    'A name can’t contain the character : or control characters',
    'Use another name.',
  ];
  advice.forEach((sentence, index) => expect(texts[index]).toContain(sentence));
});

test('one retry for all is offered as long as one of them can succeed', () => {
  const { control } = renderControl(<TransferPanel />);
  const fail = (code: 'locked' | 'source-changed'): TransferState => ({
    status: 'failed',
    error: new OneDriveError(code),
  });
  act(() =>
    control.tasks.set([buildTask('a.txt', fail('locked')), buildTask('b.txt', fail('source-changed'))]),
  );
  expect(screen.getByRole('button', { name: 'Retry failed' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Retry a.txt' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Retry b.txt' })).toBeNull();
});

test.each([
  [[waiting, waiting], 'Uploading 1 of 2'],
  [[sending(5), sending(5)], 'Uploading 1 of 2'],
  [[{ status: 'done' }, sending(5), waiting], 'Uploading 2 of 3'],
  [[{ status: 'done' }, { status: 'cancelled' }, sending(5)], 'Uploading 2 of 2'],
  [[sending(5)], 'Uploading 1 item'],
] as const)('the headline says the how manieth of how many it is', (states, headline) => {
  const { control } = renderControl(<TransferPanel />);
  act(() => control.tasks.set(states.map((state, index) => buildTask(`${index}.txt`, state))));
  expect(screen.getByRole('heading').textContent).toBe(headline);
});

test('a collapsed panel still tells of errors', async () => {
  const { user, control } = renderControl(<TransferPanel />);
  const failed: TransferState = { status: 'failed', error: new OneDriveError('locked') };
  act(() => control.tasks.set([buildTask('a.txt', sending(1)), buildTask('b.txt', waiting)]));
  await user.click(screen.getByRole('button', { name: 'Collapse' }));
  expect(screen.queryByRole('list')).toBeNull();
  act(() => control.tasks.set([buildTask('a.txt', failed), buildTask('b.txt', waiting)]));
  expect(screen.getByText(/1 failed/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Expand' }).getAttribute('aria-expanded')).toBe('false');
});

test('a thousand transfers are a few rows in the document', async () => {
  const { control } = renderControl(<TransferPanel />);
  const tasks = Array.from({ length: 1000 }, (_, index) => buildTask(`${index}.txt`, waiting));
  act(() => control.tasks.set(tasks));
  const rows = screen.getAllByRole('listitem');
  expect(rows.length).toBeLessThan(40);
  expect(rows[0]?.getAttribute('aria-setsize')).toBe('1000');
  const scroller = screen.getByRole('list').parentElement;
  if (!scroller) throw new Error('The list scrolls.');
  scroller.scrollTop = scroller.scrollHeight;
  await waitFor(() => expect(screen.getByText('999.txt')).toBeTruthy());
});

test('the live region hears of the start, each quarter, the first error and the end', async () => {
  const { control, view } = renderControl(<TransferPanel />);
  const heard: string[] = [];
  view.announcement.subscribe(() => heard.push(view.announcement.get()));
  const failed: TransferState = { status: 'failed', error: new OneDriveError('locked') };
  const show = (first: TransferState, second: TransferState) =>
    act(() => control.tasks.set([buildTask('a.txt', first), buildTask('b.txt', second)]));
  show(waiting, waiting);
  for (let loaded = 0; loaded <= 100; loaded += 5) show(sending(loaded), waiting);
  show({ status: 'done' }, failed);
  show({ status: 'done' }, sending(60));
  show({ status: 'done' }, { status: 'done' });
  expect(heard).toEqual([
    'Transfer of 2 items started.',
    '25% done',
    '50% done',
    '1 item done, 1 failed',
    'Transfer of 1 item started.',
    '1 item uploaded',
  ]);
});

test('uploads are paused and resumed, one or all, and the focus stays on the button', async () => {
  const { user, control } = renderControl(<TransferPanel />);
  const paused = { status: 'paused', progress: { loaded: 40, total: 100, restarts: 0 } } as const;
  act(() => control.tasks.set([buildTask('a.txt', sending(40)), buildTask('b.txt', waiting)]));
  const pause = screen.getByRole('button', { name: 'Pause a.txt' });
  await user.click(pause);
  act(() => control.tasks.set([buildTask('a.txt', paused), buildTask('b.txt', waiting)]));
  expect(screen.getByText('Paused at 40% of 100 bytes')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Resume a.txt' }));
  await user.click(screen.getByRole('button', { name: 'Resume a.txt' }));
  await user.click(screen.getByRole('button', { name: 'Pause all' }));
  act(() => control.tasks.set([buildTask('a.txt', paused), buildTask('b.txt', { status: 'paused' })]));
  expect(screen.getByRole('heading').textContent).toBe('2 items paused');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Resume all' }));
  await user.click(screen.getByRole('button', { name: 'Resume all' }));
  expect(control.calls).toEqual(['pause', 'resume', 'pauseAll', 'resumeAll']);
});

test('what can’t be stopped halfway offers no pause', () => {
  const { control } = renderControl(<TransferPanel />);
  const copy: TransferTask = { ...buildTask('a.docx', sending(5)), kind: 'copy' };
  const asking: TransferState = { status: 'conflict', error: new OneDriveError('name-conflict') };
  act(() =>
    control.tasks.set([copy, buildTask('b.txt', asking), buildTask('c.txt', { status: 'verifying' })]),
  );
  expect(screen.queryByRole('button', { name: /Pause/ })).toBeNull();
});
