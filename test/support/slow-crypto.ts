const METHODS = ['generateKey', 'encrypt', 'decrypt', 'digest'] as const;

let running = 0;

for (const method of METHODS) {
  const original = crypto.subtle[method].bind(crypto.subtle) as (...args: unknown[]) => Promise<unknown>;
  // No spy: those of one file end with it, and the files of a process share this module.
  const counted = async (...args: unknown[]) => {
    running += 1;
    try {
      return await original(...args);
    } finally {
      running -= 1;
    }
  };
  Object.defineProperty(crypto.subtle, method, { configurable: true, value: counted });
}

/** The browser's own cryptography takes real time, and no test's clock knows how much: whether some of it runs. */
export function isCryptoBusy(): boolean {
  return running > 0;
}
