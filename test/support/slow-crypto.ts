import { vi } from 'vitest';

const METHODS = ['generateKey', 'encrypt', 'decrypt', 'digest'] as const;

/** Keeps count of the browser's own cryptography: it takes real time, and no test's clock knows how much. */
export function watchCrypto(): { readonly isBusy: () => boolean } {
  let running = 0;
  for (const method of METHODS) {
    const original = crypto.subtle[method].bind(crypto.subtle) as (...args: unknown[]) => Promise<unknown>;
    vi.spyOn(crypto.subtle, method).mockImplementation((async (...args: unknown[]) => {
      running += 1;
      try {
        return await original(...args);
      } finally {
        running -= 1;
      }
    }) as never);
  }
  return { isBusy: () => running > 0 };
}
