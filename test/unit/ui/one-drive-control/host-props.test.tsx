import { act, cleanup, render, within } from '@testing-library/react';
import { createRef, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DriveItem } from '../../../../src/drive';
import type { OneDriveError } from '../../../../src/lib';
import {
  createOneDriveComponent,
  type OneDriveControlHandle,
  type OneDriveControlProps,
} from '../../../../src/ui';
import { buildFile, buildFolder } from '../../../support/drive-items';
import { createFakeControlModel, type FakeControlModel } from '../../../support/fake-control-model';

const signIn = { clientId: 'client', redirectUri: '/oauth2callback.html' };

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

function createScene() {
  const made: { model: FakeControlModel; options: Record<string, unknown> }[] = [];
  const OneDriveControl = createOneDriveComponent((options) => {
    const model = createFakeControlModel(() => [
      buildFolder({ name: 'Alpha' }),
      buildFile({ name: 'Plan.docx' }),
    ]);
    made.push({ model, options: { ...options } });
    return Object.assign(model, { dispose: () => undefined });
  });
  const show = (props: OneDriveControlProps) => {
    const view = render(<OneDriveControl {...props} />);
    const host = view.container.firstElementChild;
    const body = host?.shadowRoot?.querySelector<HTMLElement>('.body');
    if (!host || !body) throw new Error('There is no shadow root.');
    return {
      ...view,
      host,
      body,
      inside: within(body),
      change: (next: OneDriveControlProps) => view.rerender(<OneDriveControl {...next} />),
    };
  };
  return { made, show, OneDriveControl };
}

describe('host-owned tokens', () => {
  it('need no registration; the newest function is asked, and only whether there is one matters', async () => {
    const { made, show } = createScene();
    const view = show({
      getAccessToken: async () => 'first',
      cloud: 'usgov',
      graph: 'https://graph.example',
    });
    expect(made[0]?.options).toMatchObject({ cloud: 'usgov', graphRoot: 'https://graph.example' });
    expect(made[0]?.options).not.toHaveProperty('signIn');
    view.change({ getAccessToken: async () => 'second', cloud: 'usgov', graph: 'https://graph.example' });
    expect(made).toHaveLength(1);
    const ask = made[0]?.options['getAccessToken'];
    if (typeof ask !== 'function') throw new TypeError('There is no function.');
    await expect(ask({ scopes: [], forceRefresh: false })).resolves.toBe('second');
    view.change(signIn);
    expect(made).toHaveLength(2);
    expect(made[1]?.options).toHaveProperty('signIn');
  });

  it('that are no function are explained', () => {
    const { made, show } = createScene();
    const errors: OneDriveError[] = [];
    const wrong: object = {
      getAccessToken: 'getToken',
      onError: (error: OneDriveError) => errors.push(error),
    };
    const view = show(wrong);
    expect(made).toHaveLength(0);
    expect(view.inside.getByRole('alert').textContent).toContain('getAccessToken');
    expect(errors).toMatchObject([{ code: 'configuration-invalid', serviceCode: 'getAccessToken' }]);
  });
});

describe('picking by props', () => {
  it('goes by the newest filter, without another control', () => {
    const { made, show } = createScene();
    const rules = () => made[0]?.model.picker.state.get();
    const view = show({ ...signIn, mode: 'pick', itemFilter: () => 'first' });
    const row = () => view.inside.getByRole('row', { name: /Plan/ });
    expect(row().getAttribute('aria-description')).toContain('first');
    const before = rules();
    view.change({ ...signIn, mode: 'pick', itemFilter: () => 'first' });
    expect(rules()).toBe(before);
    view.change({ ...signIn, mode: 'pick', itemFilter: () => 'second' });
    expect(row().getAttribute('aria-description')).toContain('second');
    view.change(signIn);
    expect(rules()).toEqual({ status: 'off' });
    expect(made).toHaveLength(1);
  });

  it('does not begin anew where a host gives equal rules at each rendering', () => {
    const { made, show } = createScene();
    const props = () => ({ ...signIn, mode: 'pick' as const, accept: ['.docx'], value: [] });
    const view = show(props());
    const before = made[0]?.model.picker.state.get();
    view.change(props());
    expect(made[0]?.model.picker.state.get()).toBe(before);
  });

  it('preselects its value, and another one', () => {
    const { made, show } = createScene();
    const basket = () => {
      const state = made[0]?.model.picker.state.get();
      return state?.status === 'picking' ? state.basket.map(({ item }) => item.id) : undefined;
    };
    const choose = (id: string) => [{ driveId: 'drive', id, name: id }];
    const view = show({ ...signIn, mode: 'pick', value: choose('one') });
    expect(basket()).toEqual(['one']);
    view.change({ ...signIn, mode: 'pick', value: choose('two') });
    expect(basket()).toEqual(['two']);
    view.change({ ...signIn, mode: 'pick' });
    expect(basket()).toEqual([]);
  });

  it('tells as selected what is picked in all folders', () => {
    const { made, show } = createScene();
    const told: string[] = [];
    show({
      ...signIn,
      mode: 'pick',
      maxCount: 5,
      value: [{ driveId: 'drive', id: 'far', name: 'Far.docx' }],
      onSelection: ({ items }) => told.push(items.map(({ name }) => name).join()),
    });
    act(() =>
      made[0]?.model.picker.setSelection((_selection, rows) => ({
        all: false,
        exceptions: new Set(rows.filter(({ file }) => file).map(({ id }) => id)),
      })),
    );
    expect(told).toEqual(['Far.docx', 'Far.docx,Plan.docx']);
  });

  it('rejects what was asked for where the component goes', async () => {
    const { show } = createScene();
    const ref = createRef<OneDriveControlHandle>();
    const view = show({ ...signIn, ref });
    const handle = ref.current;
    if (!handle) throw new Error('There is no handle.');
    const picked = handle.pick();
    view.unmount();
    await expect(picked).rejects.toMatchObject({ code: 'cancelled' });
    await expect(handle.pick()).rejects.toMatchObject({ code: 'cancelled' });
    await expect(handle.navigate('Alpha')).rejects.toMatchObject({ code: 'cancelled' });
    await expect(handle.upload([])).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('a disabled control', () => {
  it('is out of reach and says so, until it is enabled', () => {
    const { show } = createScene();
    const view = show({ ...signIn, disabled: true });
    expect(view.body.inert).toBe(true);
    expect(view.host.getAttribute('aria-disabled')).toBe('true');
    view.change(signIn);
    expect(view.body.inert).toBe(false);
    expect(view.host.hasAttribute('aria-disabled')).toBe(false);
  });

  it('lets nobody wait for a choice that cannot be made', async () => {
    const { show } = createScene();
    const ref = createRef<OneDriveControlHandle>();
    const view = show({ ...signIn, ref });
    const picked = ref.current?.pick();
    view.change({ ...signIn, ref, disabled: true });
    const cancelled = { code: 'cancelled', cause: { name: 'TypeError' } };
    await expect(picked).rejects.toMatchObject(cancelled);
    await expect(ref.current?.pick()).rejects.toMatchObject(cancelled);
    view.change({ ...signIn, ref });
    const again = ref.current?.pick();
    await ref.current?.cancel();
    await expect(again).rejects.toMatchObject({ code: 'cancelled', cause: undefined });
  });
});

describe('texts of the host', () => {
  it('stand in the place of ours', () => {
    const { show } = createScene();
    const view = show({ ...signIn, strings: { 'list.label': 'Papers' } });
    expect(view.inside.getByRole('grid', { name: 'Papers' })).toBeDefined();
  });

  it('with values in them stand there as soon as they are read, and at once from then on', async () => {
    const { show } = createScene();
    const strings = { 'list.label': '{ignored, select, other {Papers}}', 'list.select': 'Take {name}' };
    const view = show({ ...signIn, strings });
    expect(await view.inside.findByRole('checkbox', { name: 'Take Alpha' })).toBeDefined();
    view.change({ ...signIn, strings: { ...strings } });
    expect(view.inside.getByRole('checkbox', { name: 'Take Alpha' })).toBeDefined();
  });

  it('that can’t be read leave ours, and are told once', async () => {
    const { show } = createScene();
    const errors: (string | undefined)[] = [];
    const props = {
      ...signIn,
      strings: { 'list.label': '{broken', 'no.such.id': 'x' },
      onError: ({ code, serviceCode }: OneDriveError) => errors.push(`${code} ${serviceCode}`),
    };
    const view = show(props);
    view.change({ ...props, theme: 'dark' });
    expect(view.inside.getByRole('grid', { name: 'Files' })).toBeDefined();
    const names = ['no.such.id', 'list.label'].map((id) => `configuration-invalid strings.${id}`);
    await vi.waitFor(() => expect(errors).toEqual(names));
    view.change({ ...props, theme: 'light' });
    await act(async () => undefined);
    expect(errors).toHaveLength(2);
  });
});

describe('settings that can’t be read', () => {
  it('count as not given; the host is told once of each value, though its listener throws', () => {
    const { made, show } = createScene();
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const report = vi.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
    const errors: string[] = [];
    const onError = ({ code, serviceCode }: OneDriveError) => {
      errors.push(`${code} ${serviceCode}`);
      throw new Error('of the host');
    };
    const wrong: object = {
      ...signIn,
      mode: 'pick',
      maxSize: '10MB',
      pickKind: 'pets',
      itemFilter: 'x',
      onError,
    };
    const view = show(wrong);
    view.change({ ...wrong, theme: 'dark' });
    const rules = { kind: 'files', maxSize: undefined, filter: undefined };
    expect(made[0]?.model.picker.state.get()).toMatchObject({ status: 'picking', rules });
    const names = ['pickKind', 'maxSize', 'itemFilter'];
    expect(errors).toEqual(names.map((name) => `configuration-invalid ${name}`));
    expect(warn).toHaveBeenCalledTimes(names.length);
    const other: object = { maxSize: '20MB' };
    view.change({ ...wrong, ...other });
    expect(errors.slice(3)).toEqual(['configuration-invalid maxSize']);
    expect(report).toHaveBeenCalledTimes(4);
    vi.restoreAllMocks();
  });
});

describe('a listener that throws', () => {
  it('does not take the control away, when told of a locale that is none or of a text that can’t be read', async () => {
    const { show } = createScene();
    const report = vi.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
    const cause = new Error('of the host');
    const onError = () => {
      throw cause;
    };
    const view = show({ ...signIn, locale: 'x', strings: { 'list.label': '{broken' }, onError });
    await vi.waitFor(() => expect(report.mock.calls).toEqual([[cause], [cause]]));
    expect(view.inside.getByRole('grid', { name: 'Files' })).toBeDefined();
    vi.restoreAllMocks();
  });
});

describe('a filter of the page that fails', () => {
  const cause = new Error('of the host');
  const failing: Record<string, (item: DriveItem) => unknown> = {
    throws: () => {
      throw cause;
    },
    'gives a promise': async () => true,
    'gives a number': () => 1,
  };

  it.each(Object.keys(failing))(
    '%s: refuses, and is told once, though the host renders anew',
    async (how) => {
      const { OneDriveControl } = createScene();
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
      const errors: OneDriveError[] = [];
      function Host() {
        const [count, setCount] = useState(0);
        const wrong: object = { itemFilter: (item: DriveItem) => failing[how]?.(item) };
        const onError = (error: OneDriveError) => {
          errors.push(error);
          if (count < 9) setCount(count + 1);
        };
        return <OneDriveControl {...signIn} mode="pick" {...wrong} onError={onError} />;
      }
      const { container } = render(<Host />);
      const body = container.firstElementChild?.shadowRoot?.querySelector<HTMLElement>('.body');
      const row = within(body ?? container).getByRole('row', { name: /Plan/ });
      expect(row.getAttribute('aria-disabled')).toBe('true');
      const wrong = { code: 'configuration-invalid', serviceCode: 'itemFilter', retry: 'never' };
      await vi.waitFor(() => expect(errors).toMatchObject([wrong]));
      await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
      expect(errors).toHaveLength(1);
      expect(warn).toHaveBeenCalledTimes(1);
      if (how === 'throws') expect(errors[0]?.cause).toBe(cause);
      else expect(errors[0]?.cause).toBeInstanceOf(TypeError);
      vi.restoreAllMocks();
    },
  );
});

describe('a locale', () => {
  it('is read as servers write it, and told where it is none', () => {
    const { show } = createScene();
    const errors: (string | undefined)[] = [];
    const props = { ...signIn, onError: ({ serviceCode }: OneDriveError) => errors.push(serviceCode) };
    const view = show({ ...props, locale: 'de_DE' });
    expect(errors).toEqual([]);
    for (const locale of ['x', 'x', 'de-', '']) view.change({ ...props, locale });
    expect(view.inside.getByRole('grid', { name: 'Files' })).toBeDefined();
    expect(errors).toEqual(['locale', 'locale']);
  });
});

describe('texts that a host writes anew at each of its renderings', () => {
  it('are told once, though its listener makes it render', async () => {
    const told: string[] = [];
    const { OneDriveControl } = createScene();
    function Host() {
      const [, setCode] = useState('');
      return (
        <OneDriveControl
          {...signIn}
          strings={{ 'list.label': '{broken' }}
          onError={({ serviceCode = '' }) => {
            told.push(serviceCode);
            if (told.length < 9) setCode(`${serviceCode} ${told.length}`);
          }}
        />
      );
    }
    render(<Host />);
    await vi.waitFor(() => expect(told).toEqual(['strings.list.label']));
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(told).toHaveLength(1);
  });
});

describe('navigate()', () => {
  it('opens by names and by reference', async () => {
    const { made, show } = createScene();
    const ref = createRef<OneDriveControlHandle>();
    show({ ...signIn, ref });
    const path = () => made[0]?.model.folder.state.get().path.map(({ name }) => name);
    await act(async () => ref.current?.navigate('Documents/2026'));
    expect(path()).toEqual(['', 'Documents', '2026']);
    await act(async () => ref.current?.navigate({ driveId: 'drive', id: 'Alpha' }));
    expect(path()).toEqual(['', 'Alpha']);
  });
});
