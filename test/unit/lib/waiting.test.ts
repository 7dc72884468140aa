import { describe, expect, it } from 'vitest';
import { createThrottleGate, sleep, withDeadline } from '../../../src/lib';
import { createManualEnvironment, settled, silence } from '../../support/manual-environment';

describe('sleep', () => {
  it('wakes after its time and leaves no timer', async () => {
    const environment = createManualEnvironment();
    let awake = false;
    void sleep(environment, 1000).then(() => (awake = true));
    await environment.advance(999);
    expect(awake).toBe(false);
    await environment.advance(1);
    expect(awake).toBe(true);
    expect(environment.waits()).toEqual([]);
  });

  it('ends at once as cancelled when the signal says so, and leaves no timer', async () => {
    const environment = createManualEnvironment();
    const controller = new AbortController();
    const sleeping = sleep(environment, 60_000, controller.signal);
    controller.abort();
    await expect(sleeping).rejects.toMatchObject({ code: 'cancelled' });
    expect(environment.waits()).toEqual([]);
  });

  it('does not begin with a signal that was aborted before', async () => {
    const environment = createManualEnvironment();
    await expect(sleep(environment, 10, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
    expect(environment.waits()).toEqual([]);
  });
});

describe('a deadline', () => {
  it('gives the result through and takes its timer away', async () => {
    const environment = createManualEnvironment();
    await expect(withDeadline(environment, 1000, undefined, async () => 7)).resolves.toBe(7);
    expect(environment.waits()).toEqual([]);
  });

  it('aborts what runs when the time is over, and says timed-out', async () => {
    const environment = createManualEnvironment();
    let inner: AbortSignal | undefined;
    const run = withDeadline(environment, 1000, undefined, (signal) => {
      inner = signal;
      return silence();
    });
    const outcome = expect(run).rejects.toMatchObject({ code: 'timed-out', retry: 'later' });
    await environment.advance(1000);
    await outcome;
    expect(inner?.aborted).toBe(true);
  });

  it('ends at once as cancelled when the outer signal is first, even where nobody listens inside', async () => {
    const environment = createManualEnvironment();
    const outer = new AbortController();
    const run = withDeadline(environment, 1000, outer.signal, silence);
    const outcome = expect(run).rejects.toMatchObject({ code: 'cancelled' });
    outer.abort();
    await outcome;
    expect(environment.waits()).toEqual([]);
  });

  it('says cancelled for a signal that was aborted before', async () => {
    const environment = createManualEnvironment();
    const run = withDeadline(environment, 1000, AbortSignal.abort(), silence);
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('gives other failures through as they are', async () => {
    const environment = createManualEnvironment();
    const failure = new Error('mine');
    const run = withDeadline(environment, 1000, undefined, () => Promise.reject(failure));
    await expect(run).rejects.toBe(failure);
  });
});

describe('the throttle gate', () => {
  it('lets nobody pass to a closed host, and everybody to others', async () => {
    const environment = createManualEnvironment();
    const gate = createThrottleGate(environment);
    gate.close('graph', 1000);
    const passed: string[] = [];
    void gate.pass('graph').then(() => passed.push('graph'));
    void gate.pass('bytes').then(() => passed.push('bytes'));
    await environment.advance(999);
    expect(passed).toEqual(['bytes']);
    expect(gate.opensAt('graph')).toBe(environment.now() + 1);
    await environment.advance(1);
    expect(passed).toEqual(['bytes', 'graph']);
    expect(gate.opensAt('graph')).toBeUndefined();
  });

  it('makes those who wait already wait on when it is closed for longer', async () => {
    const environment = createManualEnvironment();
    const gate = createThrottleGate(environment);
    gate.close('graph', 1000);
    let passedAt = 0;
    void gate.pass('graph').then(() => (passedAt = environment.now()));
    await environment.advance(500);
    gate.close('graph', 5000);
    const opens = gate.opensAt('graph');
    await environment.advance(4999);
    expect(passedAt).toBe(0);
    await environment.advance(10);
    expect(passedAt).toBe(opens);
  });

  it('is never opened earlier by a shorter time', () => {
    const environment = createManualEnvironment();
    const gate = createThrottleGate(environment);
    gate.close('graph', 60_000);
    gate.close('graph', 1000);
    expect(gate.opensAt('graph')).toBe(environment.now() + 60_000);
  });

  it('lets one who gives up go, and keeps the others', async () => {
    const environment = createManualEnvironment();
    const gate = createThrottleGate(environment);
    gate.close('graph', 1000);
    const controller = new AbortController();
    const one = gate.pass('graph', controller.signal);
    let other = false;
    void gate.pass('graph').then(() => (other = true));
    controller.abort();
    await expect(one).rejects.toMatchObject({ code: 'cancelled' });
    await settled();
    expect(other).toBe(false);
    await environment.advance(1000);
    expect(other).toBe(true);
  });
});
