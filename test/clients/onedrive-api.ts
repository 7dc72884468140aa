import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DriveClient, Workplace } from './drive-client';
import { createNpmClient } from './npm-client';
import { signInOnDevice } from './sign-in';

const CLIENT_ID = '44444444-4444-4444-8444-444444444444';

/** onedrive-api, signed in by MSAL for Node with a device code and then renewed. */
export function createOneDriveApi({ service }: Workplace, installed: string): DriveClient {
  return createNpmClient({ name: 'onedrive-api', installed }, (account) => {
    service.registerApp({ clientId: CLIENT_ID, name: 'onedrive-api', native: ['http://localhost'] });
    return tokenByDevice(installed, account);
  });
}

async function tokenByDevice(installed: string, account: string): Promise<string> {
  const program = spawn(process.execPath, [join(installed, 'client.mjs'), 'sign-in', CLIENT_ID], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const line of createInterface(program.stdout)) {
      const { verificationUri, userCode, token } = JSON.parse(line);
      if (token !== undefined) return token;
      await signInOnDevice(verificationUri, userCode, account);
    }
  } finally {
    program.kill();
  }
  throw new Error('MSAL for Node gave no token.');
}
