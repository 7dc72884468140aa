import { act, cleanup, fireEvent, render, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import type { SaveOptions } from '../../../../src/host';
import {
  createOneDriveComponent,
  type OneDriveControlHandle,
  type OneDriveControlProps,
} from '../../../../src/ui';
import { buildFile, buildFolder } from '../../../support/drive-items';
import { createFakeControlModel } from '../../../support/fake-control-model';
import { createFileListTester } from '../../../support/file-list-tester';
import { memoryFile, someBytes } from '../../transfer/support/memory-file';
import { createScene as createTransfers, UNIT } from '../../transfer/support/scene';

const scan = (name = 'Scan.pdf') => memoryFile(name, new TextEncoder().encode('pages'));
const documents = buildFolder({ name: 'Documents' });
const taken = buildFile({ name: 'Taken.pdf' });

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

/** A control over the real queue and a drive in memory; its root holds a folder and a file. */
function showControl(props: OneDriveControlProps = {}) {
  const transfers = createTransfers();
  transfers.drive.store({ driveId: 'drive', parentId: 'root', name: 'Taken.pdf' }, someBytes(3), 'fail');
  const model = Object.assign(
    createFakeControlModel((id) => (id === 'root' ? [documents, taken] : [])),
    { transfers: transfers.queue, dispose: () => undefined },
  );
  const OneDriveControl = createOneDriveComponent(() => model);
  const ref = createRef<OneDriveControlHandle>();
  const told: string[] = [];
  const all: OneDriveControlProps = {
    clientId: 'client',
    redirectUri: '/oauth2callback.html',
    locale: 'en',
    ref,
    onSave: ({ name, folder }) => void told.push(`save ${name} in ${folder.name || 'root'}`),
    onCancel: () => void told.push('cancel'),
    ...props,
  };
  const view = render(<OneDriveControl {...all} />);
  const root = view.container.firstElementChild?.shadowRoot;
  const body = root?.querySelector<HTMLElement>('.body');
  if (!root || !body) throw new Error('There is no shadow root.');
  const user = userEvent.setup();
  const inside = within(body);
  const outcomes: string[] = [];
  return {
    ...transfers,
    model,
    user,
    inside,
    told,
    outcomes,
    list: createFileListTester(body, user),
    change: (more: OneDriveControlProps) => view.rerender(<OneDriveControl {...all} {...more} />),
    focused: () => root.activeElement,
    name: () => inside.getByRole<HTMLInputElement>('textbox', { name: 'Name' }),
    button: (name: string) => inside.getByRole('button', { name }),
    /** Starts `save()`, and waits for the tray. */
    save: async (files = [scan()], options?: SaveOptions) => {
      const saved = ref.current?.save(files, options);
      void saved?.then(
        (items) => outcomes.push(`saved ${items.map(({ name }) => name).join()}`),
        ({ code }: { readonly code: string }) => outcomes.push(code),
      );
      return within(await inside.findByRole('region', { name: 'Saving' }));
    },
    /** Lets the uploads come to an end, or to a question. */
    pass: async (isDone: () => boolean = () => outcomes.length > 0) => {
      await act(() => transfers.environment.runUntil(isDone));
    },
  };
}

describe('the tray while a file is saved', () => {
  it('takes the name, with the part before the extension selected, and Enter saves', async () => {
    const scene = showControl();
    await scene.save();
    const name = scene.name();
    expect(name.value).toBe('Scan.pdf');
    expect(scene.focused()).toBe(name);
    expect(name.value.slice(name.selectionStart ?? 0, name.selectionEnd ?? 0)).toBe('Scan');
    await scene.user.keyboard('Letter{Enter}');
    await scene.pass();
    expect(scene.outcomes).toEqual(['saved Letter.pdf']);
    expect(scene.told).toEqual(['save Letter.pdf in root']);
    await waitFor(() => expect(scene.inside.queryByRole('region', { name: 'Saving' })).toBeNull());
  });

  it('selects the part before the extension for whoever comes by Tab or by a click, once', async () => {
    const scene = showControl({ mode: 'save', files: scan() });
    await scene.inside.findByRole('button', { name: 'Save here' });
    const name = scene.name();
    const selected = () => name.value.slice(name.selectionStart ?? 0, name.selectionEnd ?? 0);
    await scene.user.click(name);
    expect(selected()).toBe('Scan');
    await scene.user.click(name);
    expect(selected()).toBe('');
    // What the browser tells the field that Tab has led to.
    fireEvent.keyUp(name, { key: 'Tab' });
    expect(selected()).toBe('Scan');
  });

  it('means the folder that is open; files are greyed, and New folder is at hand', async () => {
    const scene = showControl();
    await scene.save();
    expect(scene.inside.getByText('Save in My files')).toBeDefined();
    expect(scene.inside.getByRole('row', { name: 'Taken.pdf' }).getAttribute('aria-disabled')).toBe('true');
    expect(scene.inside.getByRole('button', { name: 'New folder' })).toBeDefined();
    expect(scene.inside.queryByRole('button', { name: 'Upload' })).toBeNull();
    await scene.list.clickName('Documents');
    expect(scene.inside.getByText('Save in Documents')).toBeDefined();
    await scene.user.dblClick(scene.button('Save here'));
    await scene.pass();
    expect(scene.told).toEqual(['save Scan.pdf in Documents']);
  });

  it('says while somebody types what is wrong with a name, and proposes one that will do', async () => {
    const scene = showControl();
    await scene.save();
    await scene.user.keyboard('a/b');
    expect(scene.inside.getByText('A name can’t contain the character /')).toBeDefined();
    expect(scene.name().getAttribute('aria-invalid')).toBe('true');
    await scene.user.keyboard('{Enter}');
    expect(scene.queue.tasks.get()).toEqual([]);
    expect(scene.focused()).toBe(scene.name());
    await scene.user.click(scene.button('Use “a-b.pdf” instead'));
    expect(scene.name().value).toBe('a-b.pdf');
    expect(scene.focused()).toBe(scene.name());
  });

  it('tells of a lost extension, which may be meant', async () => {
    const scene = showControl();
    await scene.save();
    await scene.user.keyboard('{Control>}a{/Control}Letter');
    expect(scene.inside.getByText(/no longer ends with \.pdf/)).toBeDefined();
    expect(scene.button('Use “Letter.pdf” instead')).toBeDefined();
    await scene.user.keyboard('{Enter}');
    await scene.pass();
    expect(scene.outcomes).toEqual(['saved Letter']);
  });

  it('says why nothing can be saved while no folder is open', async () => {
    const scene = showControl();
    await scene.save();
    act(() => scene.model.folder.set({ path: [] }));
    const save = scene.button('Save here');
    expect(save.getAttribute('aria-disabled')).toBe('true');
    expect(save.getAttribute('aria-description')).toBe('Open the folder to save in first.');
  });

  it('is there while nobody is signed in, and can be given up', async () => {
    const scene = showControl();
    act(() => scene.model.connection.set({ state: 'signed-out' }));
    await scene.save();
    expect(scene.button('Connect to OneDrive')).toBeDefined();
    await scene.user.click(scene.button('Cancel'));
    await expect.poll(() => scene.outcomes).toEqual(['cancelled']);
    expect(scene.told).toEqual(['cancel']);
  });
});

describe('a name that is taken', () => {
  it('is seen at once, and asked about; keeping both is the first answer', async () => {
    const scene = showControl();
    const tray = await scene.save([scan('Taken.pdf')]);
    expect(tray.getByText(/There is already a file called Taken\.pdf here/)).toBeDefined();
    await scene.user.keyboard('{Enter}');
    const question = tray.getByRole('group', {
      name: 'There is already a file called Taken.pdf in My files.',
    });
    expect(scene.focused()).toBe(scene.button('Keep both'));
    expect(question.textContent).toContain('Taken 1.pdf');
    await scene.user.keyboard('{Enter}');
    await scene.pass();
    expect(scene.outcomes).toEqual(['saved Taken 1.pdf']);
  });

  it('can be changed, by the button and by Escape, with the name in hand', async () => {
    const scene = showControl();
    await scene.save([scan('Taken.pdf')]);
    await scene.user.click(scene.button('Save here'));
    await scene.user.click(scene.button('Change the name'));
    expect(scene.focused()).toBe(scene.name());
    await scene.user.keyboard('{Enter}{Escape}');
    expect(scene.focused()).toBe(scene.name());
    expect(scene.outcomes).toEqual([]);
    await scene.user.keyboard('{Escape}');
    await expect.poll(() => scene.outcomes).toEqual(['cancelled']);
  });

  it.each([
    ['rename', 'Yours is saved as Taken 1.pdf.', 'saved Taken 1.pdf'],
    ['replace', 'Yours replaces it; its version history keeps what it was.', 'saved Taken.pdf'],
  ] as const)('needs no question where the page says %s', async (conflictBehavior, sentence, outcome) => {
    const scene = showControl();
    const tray = await scene.save([scan('Taken.pdf')], { conflictBehavior });
    expect(tray.getByText(new RegExp(sentence))).toBeDefined();
    await scene.user.click(scene.button('Save here'));
    await scene.pass();
    expect(scene.outcomes).toEqual([outcome]);
  });

  it('has to be another one where the page says fail', async () => {
    const scene = showControl();
    const tray = await scene.save([scan('Taken.pdf')], { conflictBehavior: 'fail' });
    expect(
      tray.getByText('There is already an item called Taken.pdf here. Choose another name.'),
    ).toBeDefined();
    await scene.user.click(scene.button('Save here'));
    expect(scene.queue.tasks.get()).toEqual([]);
  });

  it('of a folder can’t be replaced', async () => {
    const scene = showControl();
    await scene.save([scan('Documents')]);
    await scene.user.click(scene.button('Save here'));
    expect(scene.button('Keep both')).toBeDefined();
    expect(scene.inside.queryByRole('button', { name: 'Replace' })).toBeNull();
  });
});

describe('an upload', () => {
  it('says how far it is, lets nobody rename it, and can be given up', async () => {
    const scene = showControl();
    // So that it can be seen on its way: what is shown is drawn ten times a second.
    scene.drive.settings.latency = 300;
    const tray = await scene.save([memoryFile('Big.pdf', someBytes(3 * UNIT))]);
    await scene.user.click(scene.button('Save here'));
    await scene.pass(() => tray.queryByText(/^Saving Big\.pdf: \d+% of 960 kB$/) !== null);
    expect(scene.name().readOnly).toBe(true);
    expect(scene.button('Save here').getAttribute('aria-disabled')).toBe('true');
    await scene.user.click(tray.getByRole('button', { name: 'Cancel' }));
    await expect.poll(() => scene.outcomes).toEqual(['cancelled']);
    expect(scene.only().state.status).toBe('cancelled');
  });

  it('that fails says so in words, and the same button tries again', async () => {
    const scene = showControl();
    const tray = await scene.save();
    scene.drive.refuse('put', 'quota-exceeded');
    await scene.user.click(scene.button('Save here'));
    await scene.pass(() => scene.only().state.status === 'failed');
    expect(await tray.findByText('The OneDrive is full')).toBeDefined();
    await scene.user.click(scene.button('Save here'));
    await scene.pass();
    expect(scene.outcomes).toEqual(['saved Scan.pdf']);
  });
});

describe('several files', () => {
  it('are listed by the names they will have', async () => {
    const scene = showControl();
    const tray = await scene.save([scan('a:b.pdf'), scan('Scan.pdf'), scan('Scan.pdf')]);
    const list = within(tray.getByRole('list', { name: '3 files' }));
    expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'a-b.pdf',
      'Scan.pdf',
      'Scan 1.pdf',
    ]);
    await scene.user.click(scene.button('Save here'));
    await scene.pass();
    expect(scene.outcomes).toEqual(['saved a-b.pdf,Scan.pdf,Scan 1.pdf']);
  });
});

describe('mode save', () => {
  it('has nothing to save until the page gives files, and stays when they are saved', async () => {
    const scene = showControl({ mode: 'save' });
    const save = await scene.inside.findByRole('button', { name: 'Save here' });
    expect(save.getAttribute('aria-description')).toBe('There is nothing to save yet.');
    expect(scene.inside.queryByRole('textbox', { name: 'Name' })).toBeNull();
    scene.change({ mode: 'save', files: scan() });
    expect(scene.focused()).not.toBe(scene.name());
    await scene.user.click(scene.button('Save here'));
    await scene.pass(() => scene.told.length > 0);
    expect(scene.told).toEqual(['save Scan.pdf in root']);
    const tray = within(scene.inside.getByRole('region', { name: 'Saving' }));
    expect(await tray.findByText('Scan.pdf is saved in My files.')).toBeDefined();
    expect(scene.button('Save here').getAttribute('aria-disabled')).toBeNull();
  });
});
