import { generate } from 'selfsigned';
import type { TlsFiles } from '../../src/emulator/node/loopback-server';

/** A certificate for `localhost` and these names, and its key: for one run, kept nowhere. */
export async function makeCertificate(...names: readonly string[]): Promise<TlsFiles> {
  const made = await generate([{ name: 'commonName', value: 'OneDrive emulator' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          ...['localhost', ...names].map((value) => ({ type: 2 as const, value })),
          { type: 7 as const, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { cert: made.cert, key: made.private };
}
