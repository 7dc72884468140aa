import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { selectOnly } from '../../../src/drive';
import { CONTROL_ACTIONS } from '../../../src/ui/actions/registry';
import { offerActions } from '../../../src/ui/actions/offer-actions';
import { createSituation } from '../../../src/ui/actions/situation';
import { CommandBar } from '../../../src/ui/command-bar';
import { createText } from '../../../src/ui/text';
import { DEFAULT_VIEW_OPTIONS } from '../../../src/ui/view-options';
import { createViewState } from '../../../src/ui/view-state';
import { buildFile, buildFolder } from '../../support/drive-items';
import { createFakeControlModel } from '../../support/fake-control-model';
import { renderView } from '../../support/render-view';
import { renderControl } from './render-control';

const folder = buildFolder({ name: 'Alpha' });
const file = buildFile({ name: 'beta.txt' });
const other = buildFile({ name: 'gamma.txt' });

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

function situate(items = [file], options = DEFAULT_VIEW_OPTIONS) {
  const control = createFakeControlModel(() => [folder, file, other]);
  const text = createText({ locale: 'en', overrides: {}, onInvalid: () => undefined });
  return createSituation({ control, view: createViewState(), options, text }, items);
}

describe('the registry', () => {
  it('names every action once, and gives no key to two of them', () => {
    const ids = CONTROL_ACTIONS.map(({ id }) => id);
    const keys = CONTROL_ACTIONS.flatMap((action) => action.keys ?? []);
    expect(ids).toEqual([...new Set(ids)]);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('offers rows what is done to rows, and the place beside them what is done to the folder', () => {
    const rowIds = offerActions('row', situate()).map(({ id }) => id);
    const areaIds = offerActions('area', situate([])).map(({ id }) => id);
    expect(rowIds).toEqual(expect.arrayContaining(['preview', 'download', 'rename', 'delete']));
    expect(areaIds).toEqual(expect.arrayContaining(['new-folder', 'upload-files', 'refresh']));
    expect(rowIds.filter((id) => areaIds.includes(id))).toEqual([]);
  });

  it('greys, with the reason, what is done to one item only where there are several', () => {
    const refused = offerActions('row', situate([file, other])).filter(({ refusal }) => refusal);
    expect(refused.map(({ id, refusal }) => [id, refusal])).toEqual([
      ['preview', 'Select one item only'],
      ['open-web', 'Select one item only'],
      ['share', 'OneDrive shares one item at a time: select one only'],
    ]);
  });

  it('checks out files of work drives alone, and ends what is one’s own', () => {
    const ids = (...items: ReturnType<typeof buildFile>[]) =>
      offerActions('row', situate(items))
        .filter(({ group }) => group === 'checkout')
        .map(({ id, refusal }) => (refusal ? `${id}: ${refusal}` : id));
    const parentReference = { driveType: 'business', id: 'root' };
    const free = buildFile({ name: 'a.txt', parentReference });
    const mine = { ...free, publication: { level: 'checkout', checkedOutBy: 'Alex' } };
    const theirs = { ...free, publication: { level: 'published', checkedOutBy: 'Megan' } };
    expect(ids(free)).toEqual(['check-out']);
    expect(ids(mine)).toEqual(['check-in', 'discard-check-out']);
    expect(ids(free, mine)).toEqual(['check-out', 'check-in', 'discard-check-out']);
    expect(ids(theirs)).toEqual(['check-out: Checked out by Megan']);
    expect(ids(buildFile({ parentReference: { driveType: 'personal', id: 'root' } }))).toEqual([]);
    expect(ids(free, buildFolder({ parentReference }))).toEqual([]);
  });

  it('keeps the folder’s own actions in the bar while a row of the bin is selected', () => {
    const inBin = { ...file, isDeleted: true as const };
    const ids = offerActions('bar', situate([inBin])).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['restore', 'refresh', 'details']));
    expect(ids).not.toContain('rename');
  });

  it('takes a site for no file: it can be opened, and nothing else', () => {
    const site = buildFolder({ driveId: '', elsewhere: { kind: 'site', siteId: '1' } });
    const possible = offerActions('row', situate([site])).filter(({ refusal }) => !refusal);
    expect(possible.map(({ id }) => id)).toEqual(['open', 'open-web']);
  });

  it('leaves out what the host does not allow, in every place', () => {
    const options = { ...DEFAULT_VIEW_OPTIONS, actions: new Set<never>() };
    const situation = situate([file], options);
    const ids = (['bar', 'row', 'area', 'upload'] as const).flatMap((place) =>
      offerActions(place, situation).map(({ id }) => id),
    );
    expect(ids).toEqual([
      'details',
      'refresh',
      'preview',
      'open-web',
      'details-of',
      'details',
      'refresh',
      'split',
      'shortcuts',
    ]);
  });
});

it('a command of the bar that cannot be done now is greyed, with its name, and says why', async () => {
  const { user } = renderControl(<CommandBar />, (control) => {
    control.connection.set({ state: 'signed-out' });
    return {};
  });
  const button = screen.getByRole('button', { name: 'New folder' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  await user.hover(button);
  expect((await screen.findByRole('tooltip')).textContent).toBe('The folder is not open yet');
});

describe('keys', () => {
  it('of items are heard in the list alone, those of the folder in the whole control', async () => {
    const { list, user, root, model } = renderView([folder, file]);
    const inside = within(root);
    act(() => model.folder.setSelection(() => selectOnly(file.id)));
    inside.getByRole('button', { name: 'New folder' }).focus();
    await user.keyboard('{Delete}{F2}');
    expect(inside.queryByRole('dialog')).toBeNull();
    await user.keyboard('{Alt>}n{/Alt}');
    expect(await inside.findByRole('dialog', { name: 'New folder' })).toBeDefined();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(inside.queryByRole('dialog')).toBeNull());
    await list.click('beta.txt');
    await user.keyboard('{Shift>}{Delete}{/Shift}');
    expect(await inside.findByRole('dialog', { name: 'Delete this item?' })).toBeDefined();
  });

  it('are the page’s where the host does not allow what they do', async () => {
    const seen: string[] = [];
    const listen = (event: KeyboardEvent) => seen.push(`${event.key} ${event.defaultPrevented}`);
    const actions = new Set(['download'] as const);
    const { list, user } = renderView([folder, file], { options: { actions } });
    await list.click('beta.txt');
    document.body.addEventListener('keydown', listen);
    await user.keyboard('{Delete}{F2}');
    document.body.removeEventListener('keydown', listen);
    expect(seen).toEqual(['Delete false', 'F2 false']);
  });

  it('choose files to upload, once while they are held down', async () => {
    const { user, root, list } = renderView([folder, file]);
    Reflect.deleteProperty(globalThis, 'showOpenFilePicker');
    const input = root.querySelector('input[data-upload=files]');
    let asked = 0;
    input?.addEventListener('click', (event) => {
      event.preventDefault();
      asked += 1;
    });
    await list.click('Alpha');
    await user.keyboard('{Control>}u{/Control}{Alt>}u{/Alt}');
    fireEvent.keyDown(list.row('Alpha'), { key: 'u', ctrlKey: true, repeat: true });
    expect(asked).toBe(2);
  });
});
