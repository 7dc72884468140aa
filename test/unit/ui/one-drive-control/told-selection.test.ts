import { expect, it, vi } from 'vitest';
import { EMPTY_SELECTION, selectAll, toggleSelected, type DriveItem } from '../../../../src/drive';
import { createStore, type OneDriveError } from '../../../../src/lib';
import { followControl } from '../../../../src/ui/one-drive-control/follow-control';
import { buildFile } from '../../../support/drive-items';
import { createFakeControlModel } from '../../../support/fake-control-model';

const FILES = ['a.txt', 'b.txt', 'c.txt'].map((name) => buildFile({ name }));

async function createScene() {
  const model = createFakeControlModel(() => FILES);
  await model.folder.openPath([]);
  await vi.waitFor(() => expect(model.folder.state.get().listing.status).toBe('complete'));
  const told: (readonly DriveItem[])[] = [];
  const none = () => createStore<OneDriveError | undefined>(undefined);
  followControl(
    { ...model, commandFailure: none(), filterFailure: none() },
    { onSelection: ({ items }) => told.push(items) },
  );
  return { folder: model.folder, told };
}

const namesOf = (items: readonly DriveItem[] | undefined) => items?.map(({ name }) => name);

it('what is selected is told once each time it is another', async () => {
  const { folder, told } = await createScene();
  expect(told).toEqual([]);
  folder.setSelection(selectAll);
  folder.setSelection(selectAll);
  folder.setActive(FILES[1]?.id);
  expect(told.map(namesOf)).toEqual([['a.txt', 'b.txt', 'c.txt']]);
  folder.setSelection((selection) => toggleSelected(selection, FILES[1]?.id ?? ''));
  expect(namesOf(told[1])).toEqual(['a.txt', 'c.txt']);
  folder.setSelection(() => EMPTY_SELECTION);
  expect(told.map(namesOf).slice(2)).toEqual([[]]);
});

it('an item that was renamed is told anew, the same one heard again is not', async () => {
  const { folder, told } = await createScene();
  folder.setSelection(selectAll);
  const [first] = folder.state.get().rows;
  if (!first) throw new Error('There are no rows.');
  folder.apply({ changed: [{ ...first }] });
  expect(told).toHaveLength(1);
  folder.apply({ changed: [{ ...first, name: 'Renamed.txt', eTag: 'another' }] });
  expect(namesOf(told[1])).toContain('Renamed.txt');
});

it('what the host does with its list changes nothing here', async () => {
  const { folder, told } = await createScene();
  folder.setSelection(selectAll);
  (told[0] as DriveItem[]).length = 0;
  expect(folder.state.get().rows).toHaveLength(FILES.length);
});
