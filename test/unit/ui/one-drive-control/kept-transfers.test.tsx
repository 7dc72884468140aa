import { act, cleanup, render, renderHook } from '@testing-library/react';
import { createRef, StrictMode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Transfers } from '../../../../src/host';
import type { TransferState, TransferTask } from '../../../../src/transfer';
import { createOneDriveComponent, useTransfers, type OneDriveControlHandle } from '../../../../src/ui';
import { createFakeControlModel } from '../../../support/fake-control-model';

const settings = { clientId: 'client', redirectUri: '/oauth2callback.html' };
const sending: TransferState = { status: 'sending', loaded: 5, total: 10, restarts: 0 };

function buildTask(id: string, state: TransferState): TransferTask {
  return { id, kind: 'upload', content: 'file', name: id, folder: undefined, size: 10, state };
}

afterEach(() => {
  for (const end of ends.splice(0)) act(end);
  cleanup();
});
/** What a test left behind with its transfers ends with them. */
const ends: (() => void)[] = [];

function createScene() {
  const made: (ReturnType<typeof createFakeControlModel> & { isDisposed: () => boolean })[] = [];
  const OneDriveControl = createOneDriveComponent(() => {
    const model = createFakeControlModel();
    let disposed = false;
    ends.push(() => model.tasks.set([]));
    const entry = Object.assign(model, {
      isDisposed: () => disposed,
      dispose: () => {
        disposed = true;
      },
    });
    made.push(entry);
    return entry;
  });
  return { made, OneDriveControl };
}

function fail(): never {
  throw new Error('There is a control.');
}

const passed = () => act(async () => Promise.resolve());

describe('a control that is taken out of the page', () => {
  it('ends its transfers unless told', () => {
    const { made, OneDriveControl } = createScene();
    const view = render(<OneDriveControl {...settings} />);
    act(() => made[0]?.tasks.set([buildTask('a', sending)]));
    view.unmount();
    expect(made[0]?.isDisposed()).toBe(true);
  });

  it('with keepTransfers goes on with them, and is the same one when it is back', () => {
    const { made, OneDriveControl } = createScene();
    const view = render(<OneDriveControl {...settings} keepTransfers />);
    act(() => made[0]?.tasks.set([buildTask('a', sending)]));
    view.unmount();
    expect(made[0]?.isDisposed()).toBe(false);
    const again = render(
      <StrictMode>
        <OneDriveControl {...settings} keepTransfers />
      </StrictMode>,
    );
    expect(made).toHaveLength(1);
    again.unmount();
    expect(made[0]?.isDisposed()).toBe(false);
  });

  it.each([
    [true, false],
    [false, true],
  ])('keepTransfers %s: what upload() sends is cancelled: %s', async (keepTransfers, isCancelled) => {
    const { made, OneDriveControl } = createScene();
    const ref = createRef<OneDriveControlHandle>();
    const view = render(<OneDriveControl {...settings} keepTransfers={keepTransfers} ref={ref} />);
    let signal: AbortSignal | undefined;
    vi.spyOn(made[0]?.transfers ?? fail(), 'upload').mockImplementation(async (_files, _folder, options) => {
      signal = options?.signal;
      made[0]?.tasks.set([buildTask('a', sending)]);
      return new Promise(() => {});
    });
    void ref.current?.upload(new File(['a'], 'a')).catch(() => undefined);
    await vi.waitFor(() => expect(signal).toBeDefined());
    view.unmount();
    expect(signal?.aborted).toBe(isCancelled);
  });

  it('ends when the last of them has, and its host hears of that', async () => {
    const { made, OneDriveControl } = createScene();
    const onTransfers = vi.fn<(transfers: Transfers) => void>();
    const view = render(<OneDriveControl {...settings} keepTransfers onTransfers={onTransfers} />);
    act(() => made[0]?.tasks.set([buildTask('a', sending), buildTask('b', { status: 'paused' })]));
    await vi.waitFor(() => expect(onTransfers).toHaveBeenCalled());
    view.unmount();
    act(() => made[0]?.tasks.set([buildTask('a', { status: 'done' }), buildTask('b', { status: 'paused' })]));
    await passed();
    expect(made[0]?.isDisposed()).toBe(false);
    act(() => made[0]?.tasks.set([buildTask('a', { status: 'done' }), buildTask('b', { status: 'done' })]));
    await passed();
    expect(made[0]?.isDisposed()).toBe(true);
    expect(onTransfers.mock.lastCall?.[0].summary).toMatchObject({ done: 2, settled: true });
  });

  it('is not shown to another person: other settings and other tokens have another control', () => {
    const { made, OneDriveControl } = createScene();
    const mine = async () => 'mine';
    const theirs = async () => 'theirs';
    const view = render(<OneDriveControl getAccessToken={mine} keepTransfers />);
    act(() => made[0]?.tasks.set([buildTask('a', sending)]));
    view.unmount();
    render(<OneDriveControl getAccessToken={theirs} keepTransfers />);
    render(<OneDriveControl {...settings} keepTransfers />);
    expect(made).toHaveLength(3);
    render(<OneDriveControl getAccessToken={mine} keepTransfers />);
    expect(made).toHaveLength(3);
  });

  it('of several with equal settings each goes on', () => {
    const { made, OneDriveControl } = createScene();
    const views = [0, 1].map(() => render(<OneDriveControl {...settings} keepTransfers />));
    for (const one of made) act(() => one.tasks.set([buildTask('a', sending)]));
    for (const view of views) view.unmount();
    expect(made.map((one) => one.isDisposed())).toEqual([false, false]);
    for (const _view of views) render(<OneDriveControl {...settings} keepTransfers />);
    expect(made).toHaveLength(2);
  });
});

describe('a page that draws the transfers itself', () => {
  it('hears of each change, and has the commands', async () => {
    const { made, OneDriveControl } = createScene();
    const onTransfers = vi.fn<(transfers: Transfers) => void>();
    const view = render(<OneDriveControl {...settings} hideTransfers onTransfers={onTransfers} />);
    expect(onTransfers).not.toHaveBeenCalled();
    act(() => made[0]?.tasks.set([buildTask('a', sending)]));
    await vi.waitFor(() => expect(onTransfers).toHaveBeenCalled());
    const [transfers] = onTransfers.mock.lastCall ?? [];
    expect(transfers).toMatchObject({ tasks: [{ name: 'a', state: sending }], summary: { active: 1 } });
    transfers?.pause('a');
    transfers?.pause();
    transfers?.resume('a');
    transfers?.resume();
    transfers?.cancel('a');
    transfers?.cancel();
    transfers?.retry('a');
    transfers?.retry();
    transfers?.resolveConflict('a', 'rename');
    transfers?.clearFinished();
    expect(made[0]?.calls).toEqual([
      'pause',
      'pauseAll',
      'resume',
      'resumeAll',
      'cancel',
      'cancelAll',
      'retry',
      'retryFailed',
      'resolveConflict',
      'clearFinished',
    ]);
    const root = view.container.firstElementChild?.shadowRoot;
    expect(root?.querySelector('[part=transfers]')).toBeNull();
    view.rerender(<OneDriveControl {...settings} onTransfers={onTransfers} />);
    expect(root?.querySelector('[part=transfers]')).not.toBeNull();
  });

  it('follows a control of its own by useTransfers', () => {
    const model = createFakeControlModel();
    const { result, unmount } = renderHook(() => useTransfers(model));
    expect(result.current.tasks).toEqual([]);
    const before = result.current;
    act(() => model.tasks.set([buildTask('a', sending)]));
    expect(result.current).not.toBe(before);
    expect(result.current).toMatchObject({ tasks: [{ name: 'a' }], summary: { count: 1, active: 1 } });
    result.current.cancel('a');
    expect(model.calls).toEqual(['cancel']);
    unmount();
  });
});
