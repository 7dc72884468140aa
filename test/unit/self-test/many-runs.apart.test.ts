import { expect, it, vi } from 'vitest';
import { createBrowserEnvironment } from '../../../src/lib';
import { runSelfTest } from '../../../src/self-test';
import { createManualEnvironment } from '../../support/manual-environment';

vi.mock('../../../src/lib', async (load) => ({
  ...(await load<object>()),
  createBrowserEnvironment: vi.fn(() => createManualEnvironment()),
}));

it('runs of a page share its one sign-in: none leaves another one behind that listens', async () => {
  vi.stubGlobal('location', new URL('http://localhost:5173/'));
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('navigator', { userAgent: 'Test' });
  const settings = {
    clientId: '22222222-2222-4222-8222-222222222222',
    redirectUri: 'http://localhost:5173/oauth2callback.html',
  };
  const signal = AbortSignal.abort();
  await runSelfTest(settings, { signal });
  await runSelfTest(settings, { signal });
  expect(createBrowserEnvironment).toHaveBeenCalledOnce();
});
