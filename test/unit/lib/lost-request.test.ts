import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBrowserEnvironment, explainLostRequest } from '../../../src/lib';
import { createManualEnvironment } from '../../support/manual-environment';

const ADDRESS = 'https://graph.microsoft.com/v1.0/me/drive/root?SECRETQUERY';

describe('a request without an answer', () => {
  it('was lost where the browser says it is offline', async () => {
    const environment = createManualEnvironment();
    environment.setOnline(false);
    const error = await explainLostRequest(environment, ADDRESS);
    expect(error).toMatchObject({ code: 'offline', serviceCode: undefined, retry: 'later' });
  });

  it('is told apart where the device has a network, and is made again all the same', async () => {
    const error = await explainLostRequest(createManualEnvironment(), ADDRESS);
    expect(error).toMatchObject({ code: 'offline', serviceCode: 'unreachable', retry: 'later' });
  });

  it.each(['http://localhost:5174/v1.0/me', 'http://127.0.0.1:5174/v1.0/me', 'http://[::1]:5174/v1.0/me'])(
    'is not the network’s fault where this very computer should have answered: %s',
    async (address) => {
      const error = await explainLostRequest(createManualEnvironment(), address);
      expect(error).toMatchObject({ code: 'offline', serviceCode: 'emulator-silent', retry: 'later' });
    },
  );

  it('is the page’s to put right where its own policy refuses the host', async () => {
    const environment = createManualEnvironment();
    environment.forbid('https://graph.microsoft.com');
    const error = await explainLostRequest(environment, ADDRESS);
    expect(error).toMatchObject({
      code: 'configuration-invalid',
      serviceCode: 'content-security-policy',
      retry: 'never',
    });
    expect(JSON.stringify(error) + error.message).not.toContain('SECRET');
  });
});

describe('the page’s policy', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is remembered by origin: refused connections only, and not what is merely reported', async () => {
    const page = new EventTarget();
    vi.stubGlobal('document', page);
    const environment = createBrowserEnvironment();
    const end = environment.rememberForbidden();
    const refuse = (blockedURI: string, disposition = 'enforce', effectiveDirective = 'connect-src') =>
      page.dispatchEvent(
        Object.assign(new Event('securitypolicyviolation'), { blockedURI, disposition, effectiveDirective }),
      );
    refuse('https://reported.example/a', 'report');
    refuse('https://picture.example/a', 'enforce', 'img-src');
    refuse('inline');
    // The event comes after the request has failed.
    const asked = environment.isForbidden(ADDRESS);
    refuse('https://graph.microsoft.com/v1.0/me');
    expect(await asked).toBe(true);
    expect(await environment.isForbidden('https://reported.example/a')).toBe(false);
    expect(await environment.isForbidden('https://picture.example/a')).toBe(false);
    end();
    refuse('https://later.example/a');
    expect(await environment.isForbidden('https://later.example/a')).toBe(false);
  });
});
