import { act, cleanup } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OneDriveControlHandle } from '../../../../src/ui';
import { createTwoAccounts } from '../../../support/two-accounts';

const PLAN = [{ driveId: 'drive of megan', id: 'plan.pdf', name: 'Plan.pdf' }];

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** The control of a page whose user is Megan, and may become somebody else. */
function createScene() {
  const accounts = createTwoAccounts({ megan: { files: ['Plan.pdf'] }, alex: { files: ['Other.pdf'] } });
  let token = 'megan';
  const ref = createRef<OneDriveControlHandle>();
  const selected: string[] = [];
  const props = {
    ref,
    getAccessToken: async () => token,
    onSelection: ({ items }: { items: readonly { name: string }[] }) =>
      void selected.push(items.map(({ name }) => name).join()),
  };
  const become = async (name: string, { isSignedOut = false } = {}) => {
    token = name;
    if (isSignedOut) await act(async () => ref.current?.disconnect());
    await act(async () => ref.current?.connect());
  };
  return { ...accounts, ref, props, selected, become };
}

describe.each([
  ['signs out and in again', 'megan', true, 'Plan.pdf'],
  ['gives way to another one', 'alex', false, 'Other.pdf'],
  ['signs out before another one comes', 'alex', true, 'Other.pdf'],
])('an account that %s', (_name, next, isSignedOut, row) => {
  it('takes with it what was chosen, and the element hears that it is gone', async () => {
    const { show, props, selected, become } = createScene();
    const onForgotten = vi.fn<() => void>();
    const picking = { ...props, mode: 'pick' as const, onForgotten };
    const view = show({ ...picking, value: PLAN });
    await view.inside().findByRole('row', { name: /Plan/ });
    expect(selected).toEqual(['Plan.pdf']);
    await become(next, { isSignedOut });
    await view.inside().findByRole('row', { name: new RegExp(row) });
    expect(onForgotten).toHaveBeenCalledOnce();
    expect(selected).toEqual(['Plan.pdf', '']);
    // As an element whose form is reset.
    view.change({ ...picking, value: [] });
    view.change({ ...picking, value: PLAN });
    expect(selected).toEqual(['Plan.pdf', '', 'Plan.pdf']);
  });

  it('is followed by what the page still holds as chosen: nothing is sent that nobody sees', async () => {
    const { show, props, selected, become } = createScene();
    const view = show({ ...props, mode: 'pick', value: PLAN });
    await view.inside().findByRole('row', { name: /Plan/ });
    await become(next, { isSignedOut });
    await view.inside().findByRole('row', { name: new RegExp(row) });
    expect(selected.at(-1)).toBe('Plan.pdf');
  });
});

describe('listeners that throw', () => {
  const fail = () => {
    throw new Error('of the host');
  };
  const reported = () => vi.spyOn(window, 'reportError').mockImplementation(() => undefined);

  it('leave the control and what was asked for as they are, and are reported', async () => {
    const report = reported();
    const { show, ref, props } = createScene();
    const view = show({
      ...props,
      onConnection: fail,
      onNavigate: fail,
      onSelection: fail,
      onPick: fail,
      onCancel: fail,
    });
    await view.inside().findByRole('row', { name: /Plan/ });
    const picked = ref.current?.pick();
    await userEvent.click(await view.inside().findByRole('row', { name: /Plan/ }));
    await userEvent.click(view.inside().getByRole('button', { name: 'Choose' }));
    await expect(picked).resolves.toMatchObject([{ name: 'Plan.pdf' }]);
    const cancelled = ref.current?.pick();
    act(() => void ref.current?.cancel());
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(report.mock.calls.length).toBeGreaterThan(4);
    expect(
      report.mock.calls.every(([error]) => error instanceof Error && error.message === 'of the host'),
    ).toBe(true);
  });

  it('do not turn an upload that has arrived into one that failed', async () => {
    const report = reported();
    const { show, ref, props } = createScene();
    const view = show({ ...props, onUpload: fail, onUploadProgress: fail });
    await view.inside().findByRole('row', { name: /Plan/ });
    const sent = ref.current?.upload([new File(['0123456789'], 'New.txt')]);
    await expect(sent).resolves.toMatchObject([{ name: 'New.txt' }]);
    expect(report).toHaveBeenCalled();
  });
});

describe.each(['browse', 'pick'] as const)('another control for other settings, mode %s', (mode) => {
  it('begins with nothing selected, and says so', async () => {
    const { show, props, selected } = createScene();
    const view = show({ ...props, mode });
    await userEvent.click(await view.inside().findByRole('row', { name: /Plan/ }));
    expect(selected).toEqual(['Plan.pdf']);
    view.change({ ...props, mode, tenant: 'contoso.example' });
    await view.inside().findByRole('row', { name: /Plan/ });
    expect(selected).toEqual(['Plan.pdf', '']);
  });
});

describe('files of another frame', () => {
  it('are uploaded as those of the page', async () => {
    const { show, ref, props } = createScene();
    const view = show(props);
    await view.inside().findByRole('row', { name: /Plan/ });
    const frame = document.body.appendChild(document.createElement('iframe'));
    const OtherFile: unknown = Reflect.get(frame.contentWindow ?? {}, 'File');
    if (typeof OtherFile !== 'function') throw new Error('There is no frame.');
    const make = (name: string): File => Reflect.construct(OtherFile, [['0123456789'], name]);
    expect(make('New.txt')).not.toBeInstanceOf(File);
    await expect(ref.current?.upload(make('New.txt'))).resolves.toMatchObject([{ name: 'New.txt' }]);
    await expect(ref.current?.upload([make('Old.txt')])).resolves.toMatchObject([{ name: 'Old.txt' }]);
  });
});
