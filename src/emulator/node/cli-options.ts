import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { portFromEnvironment, readPort } from './port-number';
import type { StartOptions } from './start-emulator';
import { EmulatorStartError } from './start-error';

export const usage = `npm run emulator -- [options]
  --port N              login and Graph (default 5174, or EMULATOR_PORT)
  --bytes-port N        preauthenticated bytes (default: the port after it, or BYTES_PORT)
  --profile NAME        business (default) or personal
  --drive NAME          demo (default), empty or large
  --strict              as unhelpful to pages as the real hosts
  --spa-redirect-uri U  register a redirect URI of your page for the demo client id (repeatable)
  --tls-cert FILE --tls-key FILE   serve https with this certificate and key (PEM)
  --help                this text`;

const profileSchema = v.picklist(['business', 'personal']);
const driveSchema = v.picklist(['demo', 'empty', 'large']);

/** What the command line asks for. */
export interface CliOptions {
  readonly help: boolean;
  readonly start: StartOptions;
  readonly redirectUris: readonly string[];
}

/** @throws EmulatorStartError with one sentence. */
export function readCliOptions(args: readonly string[]): CliOptions {
  const values = parse(args);
  if (values.folder !== undefined) {
    throw new EmulatorStartError(
      '--folder is not available yet: use --drive demo, empty or large, and upload the files you need.',
    );
  }
  const port =
    values.port === undefined ? portFromEnvironment('EMULATOR_PORT', 5174) : readPort(values.port, '--port');
  const bytesPort =
    values['bytes-port'] === undefined
      ? portFromEnvironment('BYTES_PORT', port === 0 ? 0 : port + 1)
      : readPort(values['bytes-port'], '--bytes-port');
  return {
    help: values.help ?? false,
    redirectUris: values['spa-redirect-uri'] ?? [],
    start: {
      port,
      bytesPort,
      profile: choice(profileSchema, values.profile, '--profile must be business or personal.'),
      drive: choice(driveSchema, values.drive, '--drive must be demo, empty or large.'),
      strict: values.strict ?? false,
      tls: readTls(values['tls-cert'], values['tls-key']),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        'bytes-port': { type: 'string' },
        profile: { type: 'string' },
        drive: { type: 'string' },
        folder: { type: 'string' },
        strict: { type: 'boolean' },
        'spa-redirect-uri': { type: 'string', multiple: true },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmulatorStartError(`${reason}. Try --help.`, { cause: error });
  }
}

function choice<Schema extends v.GenericSchema>(
  schema: Schema,
  value: string | undefined,
  sentence: string,
): v.InferOutput<Schema> | undefined {
  if (value === undefined) return undefined;
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new EmulatorStartError(sentence);
  return parsed.output;
}

function readTls(cert: string | undefined, key: string | undefined): StartOptions['tls'] {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) {
    throw new EmulatorStartError('--tls-cert and --tls-key belong together: give both.');
  }
  return { cert: readPem(cert, '--tls-cert'), key: readPem(key, '--tls-key') };
}

function readPem(file: string, option: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new EmulatorStartError(`${option}: the file ${file} can't be read.`, { cause: error });
  }
}
