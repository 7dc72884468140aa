import { describe, expect, it } from 'vitest';
import { createPermissionGate, type Access } from '../../../src/auth';
import { OneDriveError, toOneDriveError, type ErrorCode } from '../../../src/lib';
import { settled } from '../../support/manual-environment';

interface Window {
  readonly access: Access | undefined;
  succeed(): void;
  fail(code: ErrorCode): void;
}

function setUp(token: () => Promise<string> = () => Promise.reject(new OneDriveError('sign-in-needed'))) {
  const windows: Window[] = [];
  let cancels = 0;
  const gate = createPermissionGate({
    getAccessToken: token,
    connect: (options) =>
      new Promise<void>((resolve, reject) => {
        windows.push({
          access: options?.access,
          succeed: resolve,
          fail: (code) => reject(new OneDriveError(code)),
        });
      }),
    cancelConnect: () => {
      cancels += 1;
      windows.at(-1)?.fail('cancelled');
    },
  });
  const ask = (signal?: AbortSignal) => {
    const outcome: { done?: true; code?: ErrorCode } = {};
    gate.require('write', 'upload', signal).then(
      () => (outcome.done = true),
      (reason: unknown) => (outcome.code = toOneDriveError(reason).code),
    );
    return outcome;
  };
  return { gate, windows, ask, cancels: () => cancels };
}

describe('a right', () => {
  it('that is there already asks nobody', async () => {
    const { gate, ask } = setUp(async () => 'token');
    const outcome = ask();
    await settled();
    expect(outcome).toEqual({ done: true });
    expect(gate.request.get()).toBeUndefined();
  });

  it('that reaches further than the one that was given meanwhile is asked for after it', async () => {
    const { gate, windows, ask } = setUp();
    const first = ask();
    const second = gate.require('read-all', 'open');
    await settled();
    expect(gate.request.get()).toMatchObject({ access: 'write' });
    const granting = gate.grant();
    windows[0]?.succeed();
    await granting;
    await settled();
    expect(first).toEqual({ done: true });
    expect(gate.request.get()).toEqual({ status: 'asking', access: 'read-all', reason: 'open' });
    gate.decline();
    await expect(second).rejects.toMatchObject({ code: 'consent-declined' });
  });

  it('that cannot be looked up fails with that reason, without a dialog', async () => {
    const { gate, ask } = setUp(() => Promise.reject(new OneDriveError('offline')));
    const outcome = ask();
    await settled();
    expect(outcome).toEqual({ code: 'offline' });
    expect(gate.request.get()).toBeUndefined();
  });

  it('is asked for once, and its grant lets everybody go on who waits', async () => {
    const { gate, windows, ask } = setUp();
    const outcomes = [ask(), ask(), ask()];
    await settled();
    expect(gate.request.get()).toEqual({ status: 'asking', access: 'write', reason: 'upload' });
    expect(windows).toEqual([]);
    void gate.grant();
    expect(gate.request.get()?.status).toBe('connecting');
    expect(windows[0]?.access).toBe('write');
    windows[0]?.succeed();
    await settled();
    expect(outcomes).toEqual([{ done: true }, { done: true }, { done: true }]);
    expect(gate.request.get()).toBeUndefined();
  });

  it('that could not be granted stays asked for, and may be granted again', async () => {
    const { gate, windows, ask } = setUp();
    const outcome = ask();
    await settled();
    void gate.grant();
    windows[0]?.fail('popup-blocked');
    await settled();
    expect(gate.request.get()).toMatchObject({ status: 'failed', error: { code: 'popup-blocked' } });
    expect(outcome).toEqual({});
    void gate.grant();
    windows[1]?.succeed();
    await settled();
    expect(outcome).toEqual({ done: true });
  });

  it('whose window was closed is asked for as before', async () => {
    const { gate, windows, ask } = setUp();
    const outcome = ask();
    await settled();
    void gate.grant();
    windows[0]?.fail('cancelled');
    await settled();
    expect(gate.request.get()?.status).toBe('asking');
    expect(outcome).toEqual({});
  });

  it('that is declined ends everybody who waits, and closes the window', async () => {
    const { gate, ask, cancels } = setUp();
    const outcomes = [ask(), ask()];
    await settled();
    void gate.grant();
    gate.decline();
    await settled();
    expect(outcomes).toEqual([{ code: 'consent-declined' }, { code: 'consent-declined' }]);
    expect(cancels()).toBe(1);
    expect(gate.request.get()).toBeUndefined();
  });

  it('declined before any window closes none', async () => {
    const { gate, ask, cancels } = setUp();
    ask();
    await settled();
    gate.decline();
    expect(cancels()).toBe(0);
  });

  it('is still asked for while one of those who wait goes away', async () => {
    const { gate, windows, ask } = setUp();
    const controller = new AbortController();
    const one = ask(controller.signal);
    const other = ask();
    await settled();
    controller.abort();
    await settled();
    expect(one).toEqual({ code: 'cancelled' });
    expect(gate.request.get()?.status).toBe('asking');
    void gate.grant();
    windows[0]?.succeed();
    await settled();
    expect(other).toEqual({ done: true });
  });

  it('is no longer asked for when the last one goes away, and the window closes', async () => {
    const { gate, ask, cancels } = setUp();
    const controller = new AbortController();
    ask(controller.signal);
    await settled();
    void gate.grant();
    controller.abort();
    await settled();
    expect(gate.request.get()).toBeUndefined();
    expect(cancels()).toBe(1);
  });

  it('is not waited for by who has gone already', async () => {
    const { gate, ask } = setUp();
    const outcome = ask(AbortSignal.abort());
    await settled();
    expect(outcome).toEqual({ code: 'cancelled' });
    expect(gate.request.get()).toBeUndefined();
  });

  it('needs nobody to press the button twice', async () => {
    const { gate, windows, ask } = setUp();
    const outcome = ask();
    await settled();
    void gate.grant();
    void gate.grant();
    windows[0]?.fail('cancelled');
    await settled();
    expect(gate.request.get()?.status).toBe('connecting');
    windows[1]?.succeed();
    await settled();
    expect(outcome).toEqual({ done: true });
    await gate.grant();
    expect(windows).toHaveLength(2);
  });
});
