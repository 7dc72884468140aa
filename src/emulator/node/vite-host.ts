import { DEMO_CLIENT_ID } from '../identity';
import { announcement } from './announcement';
import { portFromEnvironment, requireTwoPorts } from './port-number';
import { leaseEmulator } from './shared-emulator';
import { startEmulator } from './start-emulator';

/** The emulator as the Vite plugin needs it. */
export interface PageEmulator {
  /** What `/onedrive.config.json` answers. */
  readonly configuration: string;
  /** The same of a page that nobody has set up: where the emulator is, for the set-up assistant. */
  readonly unconfigured: string;
  /** What the console shows. */
  readonly announcement: string;
  /** Registers the redirect page of a server on this port. */
  registerPage(port: number): void;
  release(): Promise<void>;
}

/** Starts the emulator on the ports the environment names. @throws EmulatorStartError */
export async function startForPage(): Promise<PageEmulator> {
  const port = portFromEnvironment('EMULATOR_PORT', 5174);
  const bytesPort = portFromEnvironment('BYTES_PORT', 5175);
  requireTwoPorts(port, bytesPort, 'EMULATOR_PORT and BYTES_PORT');
  const strict = process.env['EMULATOR_STRICT'] === '1';
  const lease = await leaseEmulator({ port, bytesPort, strict }, startEmulator);
  const { emulator } = lease;
  // `common`, so that the personal demo account may sign in as well.
  const authority = `${emulator.loginOrigin}/common`;
  return {
    configuration: JSON.stringify({ clientId: DEMO_CLIENT_ID, authority }),
    unconfigured: JSON.stringify({ authority }),
    announcement: ['', ...announcement(emulator), ''].join('\n'),
    registerPage: (pagePort) => {
      // The page is known by both names of this computer, whatever it was told to listen on.
      const spa = ['localhost', '127.0.0.1'].map((host) => `http://${host}:${pagePort}/oauth2callback.html`);
      emulator.registerApp({ clientId: DEMO_CLIENT_ID, spa });
    },
    release: () => lease.release(),
  };
}
