import { CacheLookupPolicy, type AuthenticationResult, type SilentRequest } from '@azure/msal-browser';
import { expect, it } from 'vitest';
import { createRenewal } from '../../../src/auth/msal-renewal';
import { createManualEnvironment, settled } from '../../support/manual-environment';

/** A tab whose token has ended, beside another one that renews it. MSAL knows what it has read, `shared.renew` reads. */
function setUp({ waits }: { readonly waits: boolean }) {
  const environment = createManualEnvironment();
  const stored = { token: 'old', isListed: true };
  let read = 'old';
  let hear = () => {};
  let unlock = () => {};
  const isFree = new Promise<void>((resolve) => (unlock = resolve));
  const requests: SilentRequest[] = [];
  const acquireTokenSilent = async (request: SilentRequest) => {
    if (request.cacheLookupPolicy !== CacheLookupPolicy.AccessToken) {
      requests.push(request);
      return { accessToken: 'own' } as AuthenticationResult;
    }
    if (read === 'old') throw new Error('It has ended.');
    return { accessToken: read } as AuthenticationResult;
  };
  const renew = createRenewal(
    {
      current: () => ({ acquireTokenSilent }),
      renew: async () => {
        if (stored.isListed) read = stored.token;
      },
    },
    {
      clientId: 'client',
      common: { stampOf: () => stored.token, repair: () => void (stored.isListed = true) },
      environment: {
        after: (milliseconds, callback) => environment.after(milliseconds, callback),
        onStored: (listener) => {
          hear = listener;
          return () => (hear = () => {});
        },
        alone: (_name, _patience, run) => isFree.then(() => run(waits)),
      },
    },
  );
  const token = renew({ scopes: ['Files.Read'] }).then(({ accessToken }) => accessToken);
  return { environment, stored, requests, token, unlock, hear: () => hear() };
}

it('what another tab has renewed is here a moment after its lock is free, and is waited for', async () => {
  const { stored, requests, token, unlock, hear } = setUp({ waits: true });
  unlock();
  await settled();
  hear();
  await settled();
  expect(requests).toEqual([]);
  stored.token = 'from the other tab';
  hear();
  expect(await token).toBe('from the other tab');
  expect(requests).toEqual([]);
});

it('a token that is stored and was lost from the list counts', async () => {
  const { stored, requests, token, unlock } = setUp({ waits: true });
  Object.assign(stored, { token: 'from the other tab', isListed: false });
  unlock();
  expect(await token).toBe('from the other tab');
  expect(requests).toEqual([]);
});

it('where the other tab could not renew it, this one does, after a second', async () => {
  const { environment, requests, token, unlock } = setUp({ waits: true });
  unlock();
  await environment.advance(999);
  expect(requests).toEqual([]);
  await environment.advance(1);
  expect(await token).toBe('own');
});

it('a lock that was free says nothing of what another tab has stored just before', async () => {
  const { stored, requests, token, unlock } = setUp({ waits: false });
  stored.token = 'from the other tab';
  unlock();
  expect(await token).toBe('from the other tab');
  expect(requests).toEqual([]);
});

it('where nobody else renews, nothing is waited for', async () => {
  const { environment, requests, token, unlock } = setUp({ waits: false });
  unlock();
  expect(await token).toBe('own');
  expect(requests).toHaveLength(1);
  expect(environment.waits()).toEqual([]);
});
