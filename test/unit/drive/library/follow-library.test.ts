import { describe, expect, it, vi } from 'vitest';
import { createFolderBrowser, type DriveItem } from '../../../../src/drive';
import type { ElsewhereRequests } from '../../../../src/drive/elsewhere/elsewhere-requests';
import type { ItemFields, LibraryColumn } from '../../../../src/graph';
import { OneDriveError } from '../../../../src/lib';
import { buildFile, buildFolder } from '../../../support/drive-items';
import { createFakeDriveRequests } from '../../../support/fake-drive-requests';
import { createManualEnvironment, settled } from '../../../support/manual-environment';

const LIBRARY = { driveId: 'drive', driveType: 'documentLibrary', id: 'root' };
const ROOT = buildFolder({ id: 'root', name: 'root', root: {}, parentReference: LIBRARY });
const STATUS: LibraryColumn = { id: 'field:1', name: 'Status', title: 'Status', type: { kind: 'choice' } };
const BUDGET: LibraryColumn = { id: 'field:2', name: 'B', title: 'Budget', type: { kind: 'other' } };

const fileOf = (name: string, eTag = '1'): DriveItem =>
  buildFile({ id: name, name, eTag, parentReference: LIBRARY });
const saidBy = ({ id, eTag }: DriveItem, text: string): ItemFields => ({
  id,
  eTag,
  fields: { [STATUS.id]: { kind: 'text', text, key: text } },
});

/** A library whose values come when the test says so. */
async function open(...items: DriveItem[]) {
  const pages: ((value: readonly ItemFields[] | Error) => void)[] = [];
  const library = {
    columns: vi.fn<ElsewhereRequests['library']['columns']>(async () => [STATUS, BUDGET]),
    fields: vi.fn<ElsewhereRequests['library']['fields']>(async (item) =>
      saidBy(items.find(({ id }) => id === item.id) ?? fileOf(item.id), `${item.id} alone`),
    ),
    fieldsBelow: vi.fn<ElsewhereRequests['library']['fieldsBelow']>(async function* () {
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- page after page
        const page = await new Promise<readonly ItemFields[] | Error>((resolve) => pages.push(resolve));
        if (page instanceof Error) throw page;
        if (page.length === 0) return;
        yield page;
      }
    }),
  };
  const fake = createFakeDriveRequests(ROOT);
  // Nothing else of what lies elsewhere is asked for here.
  const elsewhere = async () => ({ library }) as unknown as ElsewhereRequests;
  const browser = createFolderBrowser({
    requests: { ...fake, elsewhere },
    commands: { createFolder: async () => ROOT },
    environment: createManualEnvironment(),
  });
  await browser.openPath([]);
  fake.listings.at(-1)?.page(...items);
  await settled();
  const get = () => browser.state.get();
  const show = async (...columns: LibraryColumn[]) => {
    browser.arrange({ columns: columns.map(({ id }) => ({ id })) });
    await vi.waitFor(() => expect(get().library?.status).not.toBe('loading'));
    await settled();
  };
  const said = () => get().rows.map(({ name, fields }) => [name, fields?.[STATUS.id]?.key]);
  return { browser, fake, library, pages, get, show, said };
}

const many = Array.from({ length: 30 }, (_, place) => fileOf(`f${place}`));

describe('columns of a library', () => {
  it('cost nothing while none is shown', async () => {
    const { browser, library } = await open(...many);
    browser.arrange({ columns: [{ id: 'size' }] });
    browser.sortBy('size');
    await vi.dynamicImportSettled();
    await settled();
    expect(library.columns).not.toHaveBeenCalled();
    expect(library.fieldsBelow).not.toHaveBeenCalled();
  });

  it('are filled page by page, also while the second page of the folder is still to come', async () => {
    const { fake, library, pages, show, said, get } = await open(...many.slice(0, 25));
    await show(STATUS);
    expect(library.columns).toHaveBeenCalledTimes(1);
    await vi.waitFor(() => expect(pages).toHaveLength(1));
    expect(get().listing.status).toBe('partial');
    pages[0]?.(many.slice(0, 20).map((item) => saidBy(item, 'Draft')));
    await vi.waitFor(() => expect(said()[0]).toEqual(['f0', 'Draft']));
    fake.listings.at(-1)?.page(...many.slice(25));
    fake.listings.at(-1)?.end();
    pages[1]?.(many.slice(20).map((item) => saidBy(item, 'Final')));
    await vi.waitFor(() => expect(pages).toHaveLength(3));
    pages[2]?.([]);
    await vi.waitFor(() => expect(get().library).toMatchObject({ values: 'known' }));
    expect(said().filter(([, value]) => value === undefined)).toEqual([]);
    expect(library.fieldsBelow).toHaveBeenCalledTimes(1);
    expect(library.fields).not.toHaveBeenCalled();
  });

  it('are read anew for what somebody has changed, and for that alone', async () => {
    const [a, b] = [fileOf('a'), fileOf('b')];
    const { browser, fake, library, show, said } = await open(a, b);
    fake.listings.at(-1)?.end();
    await show(STATUS);
    await vi.waitFor(() =>
      expect(said()).toEqual([
        ['a', 'a alone'],
        ['b', 'b alone'],
      ]),
    );
    library.fields.mockClear();
    const changed = fileOf('b', '2');
    library.fields.mockResolvedValue(saidBy(changed, 'Final'));
    browser.apply({ changed: [changed], told: true });
    await vi.waitFor(() =>
      expect(said()).toEqual([
        ['a', 'a alone'],
        ['b', 'Final'],
      ]),
    );
    expect(library.fields.mock.calls.map(([item]) => item.id)).toEqual(['b']);
  });

  it('say that they could not be read, and are tried again with the next listing', async () => {
    const { browser, fake, library, show, said, get } = await open(fileOf('a'));
    fake.listings.at(-1)?.end();
    library.fields.mockRejectedValueOnce(new OneDriveError('access-denied'));
    await show(STATUS);
    await vi.waitFor(() => expect(get().library).toMatchObject({ values: { code: 'access-denied' } }));
    expect(library.fields).toHaveBeenCalledTimes(1);
    browser.askColumns(false);
    await vi.waitFor(() => expect(said()).toEqual([['a', 'a alone']]));
  });

  it('that the library has no longer are put away, also as the order', async () => {
    const gone: LibraryColumn = { ...STATUS, id: 'field:gone' };
    const { browser, get, show } = await open(fileOf('a'));
    browser.sortBy('field:gone');
    await show(gone, STATUS);
    await vi.waitFor(() => expect(get().arrangement.columns).toEqual([{ id: STATUS.id }]));
    expect(get().arrangement.sort.by).toBe('name');
  });

  it('ask for no right by themselves, and for it where somebody wants to see them', async () => {
    const { browser, library, show, get } = await open(fileOf('a'));
    library.columns.mockRejectedValueOnce(new OneDriveError('sign-in-needed'));
    await show(STATUS);
    await vi.waitFor(() => expect(get().library).toMatchObject({ error: { code: 'sign-in-needed' } }));
    expect(library.columns.mock.calls.map(([, mayAsk]) => mayAsk)).toEqual([false]);
    browser.askColumns(true);
    await vi.waitFor(() => expect(get().library).toMatchObject({ status: 'known' }));
    expect(library.columns.mock.calls.map(([, mayAsk]) => mayAsk)).toEqual([false, true]);
  });

  it('are left with their library, also for an empty folder of another drive', async () => {
    const { browser, fake, library, show, get } = await open(...many);
    fake.listings.at(-1)?.end();
    await show(STATUS);
    await vi.waitFor(() => expect(library.fieldsBelow).toHaveBeenCalledTimes(1));
    const signal = library.fieldsBelow.mock.calls[0]?.[2];
    expect(signal?.aborted).toBe(false);
    browser.open({ driveId: 'own', id: 'home', name: 'Mine' });
    await settled();
    expect(get().library).toBeUndefined();
    expect(signal?.aborted).toBe(true);
  });

  it('are left while they are still asked for', async () => {
    const { browser, library, get } = await open(fileOf('a'));
    library.columns.mockReturnValue(new Promise(() => undefined));
    browser.arrange({ columns: [{ id: STATUS.id }] });
    await vi.waitFor(() => expect(library.columns).toHaveBeenCalledTimes(1));
    browser.open({ driveId: 'own', id: 'home', name: 'Mine' });
    await settled();
    expect(library.columns.mock.calls[0]?.[2]?.aborted).toBe(true);
    expect(get().library).toBeUndefined();
  });

  it('stay for an empty folder of the library', async () => {
    const { browser, fake, show, get } = await open(fileOf('a'));
    fake.listings.at(-1)?.end();
    await show(STATUS);
    browser.open({ driveId: 'drive', id: 'empty', name: 'Empty' });
    fake.listings.at(-1)?.end();
    await settled();
    expect(get().library).toMatchObject({ status: 'known', columns: [STATUS, BUDGET] });
  });

  it('go with whoever was signed in', async () => {
    const { browser, fake, show, get } = await open(fileOf('a'));
    fake.listings.at(-1)?.end();
    await show(STATUS);
    browser.dispose();
    expect(get().library).toBeUndefined();
  });
});
