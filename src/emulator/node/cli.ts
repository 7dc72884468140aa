import { DEMO_CLIENT_ID } from '../identity';
import { announcement } from './announcement';
import { readCliOptions, usage } from './cli-options';
import { startEmulator } from './start-emulator';
import { EmulatorStartError } from './start-error';

/** `npm run emulator`: the emulator alone, until it is interrupted. Tells whether it runs. */
export async function runEmulatorCli(args: readonly string[]): Promise<boolean> {
  try {
    const options = readCliOptions(args);
    if (options.help) {
      console.log(usage);
      return false;
    }
    const emulator = await startEmulator(options.start);
    if (options.redirectUris.length > 0) {
      emulator.registerApp({ clientId: DEMO_CLIENT_ID, spa: options.redirectUris });
    }
    console.log(announcement(emulator, options.start.hosts).join('\n'));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        void emulator.close().then(() => process.exit(0));
      });
    }
    return true;
  } catch (error) {
    if (!(error instanceof EmulatorStartError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
    return false;
  }
}
