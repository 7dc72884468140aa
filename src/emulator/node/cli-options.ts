import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { isLoopbackHost } from '../core';
import { readByteSize } from './byte-size';
import { readItemCount, requireLargeDrive } from './item-count';
import { portAfter, portFromEnvironment, readPort, requireTwoPorts } from './port-number';
import type { StartOptions } from './start-emulator';
import { EmulatorStartError } from './start-error';

export const usage = `npm run emulator -- [options]
  --port N              login and Graph (default 5174, or EMULATOR_PORT)
  --bytes-port N        preauthenticated bytes (default: the port after it, or BYTES_PORT)
  --profile NAME        business (default) or personal
  --drive NAME          demo (default), empty or large
  --items N             with --drive large: how many files it holds (default 100000)
  --folder DIR          a copy of this folder becomes the first account's drive
  --keep-bytes-below SIZE
                        of files of this size or more (100MB, 4GB) keep only size and hashes
  --distinct-accents    names are two where only an accent is composed differently (NFC, NFD)
  --strict              as unhelpful to pages as the real hosts
  --retired-lists       sharedWithMe and recent list something, as until November 2026
  --throttling          throttle at the documented limits
  --cross-site-cookie   the sign-in session's cookie goes along from frames of other sites
  --spa-redirect-uri U  register a redirect URI of your page for the demo client id (repeatable)
  --tls-cert FILE --tls-key FILE   serve https with this certificate and key (PEM)
  --login-host NAME --graph-host NAME --bytes-host NAME
                        with https: the names of the service's hosts, for clients that know no others
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
  const keepBelow = values['keep-bytes-below'];
  if (values.folder !== undefined && values.drive !== undefined) {
    throw new EmulatorStartError('--folder and --drive exclude each other: give one of them.');
  }
  requireLargeDrive(values.drive, values.items, '--items belongs to --drive large');
  return {
    help: values.help ?? false,
    redirectUris: (values['spa-redirect-uri'] ?? []).map((uri) => readRedirectUri(uri)),
    start: {
      ...readPorts(values.port, values['bytes-port']),
      profile: choice(profileSchema, values.profile, '--profile must be business or personal.'),
      drive: choice(driveSchema, values.drive, '--drive must be demo, empty or large.'),
      items: values.items === undefined ? undefined : readItemCount(values.items, '--items'),
      folder: values.folder,
      keepBytesBelow: keepBelow === undefined ? undefined : readByteSize(keepBelow, '--keep-bytes-below'),
      distinctAccents: values['distinct-accents'] ?? false,
      strict: values.strict ?? false,
      retiredLists: values['retired-lists'] ?? false,
      throttling: values.throttling ?? false,
      crossSiteCookie: values['cross-site-cookie'] ?? false,
      tls: readTls(values['tls-cert'], values['tls-key']),
      hosts: {
        login: values['login-host'],
        graph: values['graph-host'],
        bytes: values['bytes-host'],
      },
    },
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: withNegativeNumbers(args),
      options: {
        port: { type: 'string' },
        'bytes-port': { type: 'string' },
        profile: { type: 'string' },
        drive: { type: 'string' },
        items: { type: 'string' },
        folder: { type: 'string' },
        'keep-bytes-below': { type: 'string' },
        'distinct-accents': { type: 'boolean' },
        strict: { type: 'boolean' },
        'retired-lists': { type: 'boolean' },
        throttling: { type: 'boolean' },
        'cross-site-cookie': { type: 'boolean' },
        'spa-redirect-uri': { type: 'string', multiple: true },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
        'login-host': { type: 'string' },
        'graph-host': { type: 'string' },
        'bytes-host': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    throw new EmulatorStartError(`${parseFailure(error)}. Try --help.`, { cause: error });
  }
}

/** `--port -1` as `--port=-1`, so that the refusal is about the number and not about the dash. */
function withNegativeNumbers(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const before = joined.at(-1);
    if (before !== undefined && /^--[\w-]+$/.test(before) && /^-\d/.test(arg))
      joined.splice(-1, 1, `${before}=${arg}`);
    else joined.push(arg);
  }
  return joined;
}

/** Node explains itself in up to three lines: its first sentence, or a shorter one. */
function parseFailure(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  const withoutValue = /^Option '(?:-\w, )?(--[\w-]+)(?: <value>)?' argument (?:is ambiguous|missing)/.exec(
    reason,
  );
  return withoutValue === null
    ? reason.replace(/\.?(?:\n|\. |$)[^]*/, '')
    : `${withoutValue[1]} needs a value`;
}

function readPorts(
  portText: string | undefined,
  bytesPortText: string | undefined,
): { readonly port: number; readonly bytesPort: number } {
  const port =
    portText === undefined ? portFromEnvironment('EMULATOR_PORT', 5174) : readPort(portText, '--port');
  const bytesPort =
    bytesPortText === undefined
      ? portFromEnvironment('BYTES_PORT', portAfter(port))
      : readPort(bytesPortText, '--bytes-port');
  requireTwoPorts(port, bytesPort, '--port and --bytes-port');
  return { port, bytesPort };
}

/** By the rules of the registration (core/admin-input), but before anything listens. */
function readRedirectUri(uri: string): string {
  if (isRedirectUri(uri)) return uri;
  throw new EmulatorStartError(
    `--spa-redirect-uri is “${uri}”: give an https address, or http on localhost, without a fragment (#) or wildcard (*).`,
  );
}

function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text) || /[#*]/.test(text)) return false;
  const { protocol, host } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(host));
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
