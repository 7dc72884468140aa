import { beforeEach, describe, expect, it } from 'vitest';
import type { WindowLook } from '../../../src/auth/identity-client';
import { watchWindow } from '../../../src/auth/watch-window';
import { createManualEnvironment, type ManualEnvironment } from '../../support/manual-environment';

let environment: ManualEnvironment;
let seen: WindowLook;
let noticedAt: number | undefined;
let end: AbortController;

beforeEach(() => {
  environment = createManualEnvironment();
  seen = 'none';
  noticedAt = undefined;
  end = new AbortController();
  watchWindow(() => seen, {
    after: environment.after,
    noticed: () => (noticedAt = environment.now()),
    signal: end.signal,
  });
});

async function see(look: WindowLook, milliseconds: number) {
  seen = look;
  await environment.advance(milliseconds);
}

describe('the sign-in window', () => {
  it('that showed Microsoft’s page and is closed is noticed within a second', async () => {
    await see('own', 300);
    await see('foreign', 2_000);
    const closed = environment.now();
    await see('closed', 5_000);
    expect((noticedAt ?? Infinity) - closed).toBeLessThanOrEqual(1_000);
    expect(environment.waits()).toEqual([]);
  });

  it('whose handle says closed as soon as a page is shown is not believed: COOP', async () => {
    await see('own', 500);
    await see('closed', 60_000);
    expect(noticedAt).toBeUndefined();
  });

  it('that closes behind its answer was not closed by the user', async () => {
    await see('foreign', 2_000);
    await see('closed', 200);
    await see('answered', 5_000);
    expect(noticedAt).toBeUndefined();
    expect(environment.waits()).toEqual([]);
  });

  it('of an attempt that has ended is not looked at any more', async () => {
    await see('foreign', 2_000);
    end.abort();
    await see('closed', 5_000);
    expect(noticedAt).toBeUndefined();
    expect(environment.waits()).toEqual([]);
  });
});
