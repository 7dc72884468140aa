import { cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { awaitItems, type DriveItem } from '../../../../src/drive';
import { createStore } from '../../../../src/lib';
import type { TransferTask } from '../../../../src/transfer';
import { buildFile } from '../../../support/drive-items';
import { renderPicking } from './render-picking';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const doneTask = (id: string, item: DriveItem) =>
  // The rest of a task is not asked here.
  ({ id, name: item.name, state: { status: 'done', item } }) as unknown as TransferTask;

test('what has arrived and can’t be picked is told until something is picked by hand', async () => {
  const tasks = createStore<readonly TransferTask[]>([]);
  const { model, change, check, screen, tray } = await renderPicking([buildFile({ name: 'old.pdf' })], {
    selection: 'multiple',
    accept: ['.pdf'],
    prepare: ({ transfers }) => Object.assign(transfers, { tasks }),
  });
  const arrive = (...names: string[]) =>
    change(() => tasks.set(names.map((name) => doneTask(name, buildFile({ name })))));
  change(() =>
    awaitItems(model.picker, [
      { id: 'a.mp3', place: {} },
      { id: 'b.pdf', place: {} },
    ]),
  );
  arrive('a.mp3');
  const sentence = /^a\.mp3 is uploaded, but can’t be chosen/;
  // Seen, and heard.
  expect(screen.getAllByText(sentence)).toHaveLength(2);
  arrive('a.mp3', 'b.pdf');
  const state = model.picker.state.get();
  expect(state.status === 'picking' && state.basket.map(({ item }) => item.name)).toEqual(['b.pdf']);
  expect(tray.queryByText(sentence)).not.toBeNull();
  await check('old.pdf');
  expect(tray.queryByText(sentence)).toBeNull();
});
