import { cleanup, fireEvent, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { selectOnly, type PickRules } from '../../../src/drive';
import type { Action } from '../../../src/host';
import { buildFile } from '../../support/drive-items';
import { buildRules } from '../../support/pick-rules';
import { renderView } from '../../support/render-view';

const file = buildFile({ name: 'a.txt' });

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

/** The view of a host that allows these actions; with `pick` while something is being picked. */
async function renderAllowed(actions: readonly Action[], items = [file], pick?: Partial<PickRules>) {
  const view = renderView(items, { options: { actions: new Set(actions) } }, (model) => {
    if (!pick) return;
    model.picker.start(buildRules({ selection: 'single', ...pick }));
  });
  const screen = within(view.root);
  await screen.findByRole('button', { name: 'Refresh' });
  return { ...view, screen };
}

const NAMES = ['Upload', 'New folder', 'Download', 'Rename', 'Delete', 'Refresh'];

describe('the command bar', () => {
  it.each([
    [['upload', 'new-folder', 'download', 'rename', 'delete'], NAMES],
    [['download'], ['Download', 'Refresh']],
    [
      ['upload', 'new-folder'],
      ['Upload', 'New folder', 'Refresh'],
    ],
    [[], ['Refresh']],
  ] as const)('where %j is allowed, it has %j', async (actions, names) => {
    const { screen, change, model } = await renderAllowed(actions);
    change(() => model.folder.setSelection(() => selectOnly(file.id)));
    const bar = within(screen.getByRole('toolbar', { name: 'Commands' }));
    expect(NAMES.filter((name) => bar.queryByRole('button', { name }))).toEqual(names);
  });
});

describe('an empty folder', () => {
  const buttons = ['Add files', 'Create a folder'];
  it.each([
    [['upload', 'new-folder'], buttons, 'Drop files here, or start with one of these.'],
    [['upload'], ['Add files'], 'Drop files here, or add them from this device.'],
    [['new-folder'], ['Create a folder'], undefined],
    [['download'], [], undefined],
  ] as const)('where %j is allowed, it offers %j', async (actions, offered, advice) => {
    const { screen } = await renderAllowed(actions, []);
    const headline = screen.getByRole('heading', { name: 'This folder is empty' });
    expect(headline.parentElement?.querySelector('p')?.textContent).toBe(advice);
    expect(buttons.filter((name) => screen.queryByRole('button', { name }))).toEqual(offered);
  });

  it('has nothing to choose for those who may not add anything', async () => {
    const { screen } = await renderAllowed([], [], { kind: 'files' });
    expect(screen.getByText('There is nothing to choose here.')).toBeDefined();
  });

  it('can itself be chosen where folders are', async () => {
    const { screen } = await renderAllowed([], [], { kind: 'folders' });
    expect(screen.queryByText('There is nothing to choose here.')).toBeNull();
    expect(await screen.findByText('This folder: My files')).toBeDefined();
  });
});

describe('a folder of which everything is hidden', () => {
  it.each([
    [{ accept: ['.pdf'] }, 'Only PDF files can be chosen – 1 other item hidden.'],
    [{ maxSize: 1 }, '1 item that can’t be chosen is hidden.'],
  ])('%j: says so, and shows all again', async (rules, sentence) => {
    const { screen, user, list, model, change } = await renderAllowed([], [file], rules);
    change(() => model.picker.setHidesRefused(true));
    expect(screen.getByRole('heading', { name: 'Nothing to choose here' })).toBeDefined();
    expect(screen.getByText(sentence)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(list.names()).toEqual(['a.txt']);
  });
});

describe('where uploading is not allowed', () => {
  it('dropped and pasted files go nowhere, and the page does not open them', async () => {
    const { list, screen, model, place, rerender } = await renderAllowed(['download']);
    const seen: string[] = [];
    for (const type of ['dragover', 'drop']) place.addEventListener(type, () => seen.push(type));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['a'], 'dropped.txt'));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      const event = new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer });
      expect([type, fireEvent(list.grid(), event)]).toEqual([type, false]);
      expect(screen.queryByText('Upload to My files')).toBeNull();
    }
    const clipboardData = dataTransfer;
    fireEvent(list.grid(), new ClipboardEvent('paste', { bubbles: true, composed: true, clipboardData }));
    expect(seen).toEqual([]);
    // What is dropped is read first: what goes somewhere after these shows that they did not.
    const { OneDriveView } = await import('../../../src/ui');
    const options = { actions: new Set<Action>(['upload']) };
    rerender(<OneDriveView model={model} locale="en" theme="light" options={options} />);
    const allowed = new DataTransfer();
    for (const name of ['b.txt', 'c.txt']) allowed.items.add(new File(['b'], name));
    const event = new DragEvent('drop', {
      bubbles: true,
      cancelable: true,
      composed: true,
      dataTransfer: allowed,
    });
    fireEvent(list.grid(), event);
    await waitFor(() => expect(model.calls).toEqual(['upload:2']));
  });
});

it('a dialog closes where the host forbids meanwhile what it does', async () => {
  const { screen, user, rerender, model, root } = await renderAllowed(['new-folder']);
  await user.click(screen.getByRole('button', { name: 'New folder' }));
  await within(root).findByRole('dialog', { name: 'New folder' });
  const { OneDriveView } = await import('../../../src/ui');
  rerender(<OneDriveView model={model} locale="en" theme="light" options={{ actions: new Set() }} />);
  await waitFor(() => expect(within(root).queryByRole('dialog')).toBeNull());
});
