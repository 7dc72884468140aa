import type { AccountInfo } from '@azure/msal-browser';
import { describe, expect, it, vi } from 'vitest';
import { provideApplication } from '../../../src/auth/msal-provided';

describe('the application for MsalProvider', () => {
  it('tells who is signed in here, and never asks MSAL for all: others would lose what another tab is storing', async () => {
    const asked = vi.fn(() => []);
    const megan = { homeAccountId: 'megan' } as AccountInfo;
    const own = { getAllAccounts: asked, getActiveAccount: asked, getConfiguration: () => 'settings' };
    const provided = provideApplication(own as never, { list: () => [megan], active: () => undefined });
    expect(provided.getAllAccounts()).toEqual([megan]);
    expect(provided.getActiveAccount()).toBeNull();
    expect(asked).not.toHaveBeenCalled();
    expect(provided.getConfiguration()).toBe('settings');
  });
});
