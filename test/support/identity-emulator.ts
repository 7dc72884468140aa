import { startEmulator, type RunningEmulator } from '../../src/emulator/node/start-emulator';
import { CLIENT_ID, REDIRECT_URI } from './identity-client';
import { createStubGraph } from './stub-graph';

/** An emulator without drives, on free ports, that knows the test client. */
export async function startIdentityEmulator(): Promise<RunningEmulator> {
  const emulator = await startEmulator({ port: 0, bytesPort: 0, createGraph: createStubGraph().create });
  emulator.registerApp({ clientId: CLIENT_ID, spa: [REDIRECT_URI] });
  return emulator;
}
