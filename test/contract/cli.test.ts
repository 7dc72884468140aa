import { createServer, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { appRegistrationSchema, parseInput } from '../../src/emulator/core/admin-input';
import { DEMO_CLIENT_ID } from '../../src/emulator/identity';
import { runEmulatorCli } from '../../src/emulator/node/cli';
import { readCliOptions } from '../../src/emulator/node/cli-options';
import { startEmulator } from '../../src/emulator/node/start-emulator';
import { EmulatorStartError } from '../../src/emulator/node/start-error';
import { claimPort, readPort } from '../../scripts/claim-port.mjs';

beforeEach(() => {
  for (const name of ['EMULATOR_PORT', 'BYTES_PORT', 'PORT']) vi.stubEnv(name, undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

function refusal(...args: readonly string[]): string {
  try {
    readCliOptions(args);
  } catch (error) {
    if (error instanceof EmulatorStartError) return error.message;
    throw error;
  }
  throw new Error(`${args.join(' ')} was accepted.`);
}

describe('the ports of npm run emulator', () => {
  const ports = (...args: readonly string[]) => {
    const { port, bytesPort } = readCliOptions(args).start;
    return [port, bytesPort];
  };

  test('come from the options, then the environment, then the defaults', () => {
    expect(ports()).toEqual([5174, 5175]);
    expect(ports('--port', '5200')).toEqual([5200, 5201]);
    expect(ports('--port', '0')).toEqual([0, 0]);
    expect(ports('--port=65535')).toEqual([65_535, 0]);
    vi.stubEnv('EMULATOR_PORT', '5300');
    vi.stubEnv('BYTES_PORT', '5400');
    expect(ports()).toEqual([5300, 5400]);
    expect(ports('--port', '5200', '--bytes-port', '5210')).toEqual([5200, 5210]);
  });

  test.each(['-1', 'abc', '65536', '1.5', ''])('“%s” is no port, in one sentence', (text) => {
    const sentence = `is “${text}”: give a port number from 0 to 65535.`;
    expect(refusal('--port', text)).toBe(`--port ${sentence}`);
    expect(refusal(`--bytes-port=${text}`)).toBe(`--bytes-port ${sentence}`);
  });

  test('must differ', () => {
    const sentence = '--port and --bytes-port must differ: both are 5200.';
    expect(refusal('--port', '5200', '--bytes-port', '5200')).toBe(sentence);
    vi.stubEnv('BYTES_PORT', '5200');
    expect(refusal('--port', '5200')).toBe(sentence);
  });

  test('in use: the sentence names the option and the variable, and the exit code is 1', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const { server, port } = await occupyPort('127.0.0.1');
    const before = process.exitCode;
    try {
      expect(await runEmulatorCli(['--port', String(port), '--bytes-port', '0'])).toBe(false);
      expect(process.exitCode).toBe(1);
    } finally {
      process.exitCode = before;
      server.close();
    }
    expect(said.mock.calls).toEqual([
      [
        `Port ${port} is in use: stop the program that uses it, or set EMULATOR_PORT (npm run emulator: or --port) to another port.`,
      ],
    ]);
  });
});

describe('--spa-redirect-uri', () => {
  const register = (uri: string) => () =>
    parseInput({ clientId: DEMO_CLIENT_ID, spa: [uri] }, appRegistrationSchema);

  test.each([
    'https://portal.example/oauth2callback.html',
    'http://localhost:8080/onedrive/oauth2callback.html?a=b',
    'http://127.0.0.1:8080/cb',
    'http://[::1]:8080/cb',
    'http://portal.localhost/cb',
  ])('takes %s, as the registration does', (uri) => {
    expect(readCliOptions(['--spa-redirect-uri', uri]).redirectUris).toEqual([uri]);
    expect(register(uri)).not.toThrow();
  });

  test.each([
    'foo',
    '',
    'javascript:alert(1)',
    'http://evil.example/cb',
    'http://localhost.evil.example/cb',
    'http://localhost@evil.example/cb',
    'https://portal.example/cb#part',
    'https://*.example/cb',
  ])('refuses “%s” in one sentence, as the registration does', (uri) => {
    expect(refusal('--spa-redirect-uri', 'https://good.example/cb', '--spa-redirect-uri', uri)).toBe(
      `--spa-redirect-uri is “${uri}”: give an https address, or http on localhost, without a fragment (#) or wildcard (*).`,
    );
    expect(register(uri)).toThrow();
  });
});

test('a certificate that is none ends with one sentence, and the exit code is 1', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const exitCode = process.exitCode;
  const noPem = fileURLToPath(import.meta.url);
  await runEmulatorCli(['--port', '0', '--tls-cert', noPem, '--tls-key', noPem]);
  expect([process.exitCode, said.mock.calls]).toEqual([
    1,
    [['The TLS certificate and key are no pair of PEM files.']],
  ]);
  process.exitCode = exitCode;
});

describe('other options of npm run emulator', () => {
  test('are read', () => {
    const { help, start } = readCliOptions([
      '--profile',
      'personal',
      '--drive=large',
      '--items=1000000',
      '--distinct-accents',
      '--strict',
      '--retired-lists',
      '--throttling',
      '--cross-site-cookie',
      '-h',
    ]);
    expect(help).toBe(true);
    expect(start).toMatchObject({
      profile: 'personal',
      drive: 'large',
      items: 1_000_000,
      distinctAccents: true,
      strict: true,
      retiredLists: true,
      throttling: true,
      crossSiteCookie: true,
      tls: undefined,
    });
  });

  test.each([
    [['--profile', 'home'], '--profile must be business or personal.'],
    [['--drive', 'full'], '--drive must be demo, empty or large.'],
    [['--folder', '.', '--drive', 'demo'], '--folder and --drive exclude each other: give one of them.'],
    [['--items', '5'], '--items belongs to --drive large: other drives have as many items as they have.'],
    [['--drive', 'large', '--items', '0'], '--items is “0”: give a whole number from 1 to 5000000.'],
    [['--drive', 'large', '--items', '1e6'], '--items is “1e6”: give a whole number from 1 to 5000000.'],
    [['--tls-cert', 'a.pem'], '--tls-cert and --tls-key belong together: give both.'],
    [['--port'], '--port needs a value. Try --help.'],
    [['--port', '--strict'], '--port needs a value. Try --help.'],
    [['--colour'], "Unknown option '--colour'. Try --help."],
    [['--strict=yes'], "Option '--strict' does not take an argument. Try --help."],
    [['5200'], "Unexpected argument '5200'. Try --help."],
  ])('%j is refused in one sentence', (args, sentence) => {
    expect(refusal(...args)).toBe(sentence);
  });
});

test.each([
  [{ items: 5 }, 'items belongs to drive: ‘large’: other drives have as many items as they have.'],
  [{ drive: 'large', items: 1.5 }, 'items is “1.5”: give a whole number from 1 to 5000000.'],
] as const)('startEmulator(%j) is refused in one sentence', async (options, sentence) => {
  await expect(startEmulator({ ...options, port: 0, bytesPort: 0 })).rejects.toThrow(sentence);
});

describe('the ports of vite', () => {
  function exitSpy() {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`exit ${code}`);
    });
    return said;
  }

  test('come from the environment, then the default', () => {
    expect(readPort('PORT', 5173)).toBe(5173);
    vi.stubEnv('PORT', '');
    expect(readPort('PORT', 5173)).toBe(5173);
    vi.stubEnv('PORT', '9000');
    expect(readPort('PORT', 5173)).toBe(9000);
  });

  test.each(['abc', '-1', '65536'])('“%s” ends the process with one sentence', (text) => {
    const said = exitSpy();
    vi.stubEnv('PORT', text);
    expect(() => readPort('PORT', 5173)).toThrow('exit 1');
    expect(said.mock.calls).toEqual([[`PORT is “${text}”: give a port number from 0 to 65535.`]]);
  });

  test('a taken one ends the process with one sentence', async () => {
    const said = exitSpy();
    const { server, port } = await occupyPort('localhost');
    try {
      await expect(claimPort(port, 'PORT')).rejects.toThrow('exit 1');
    } finally {
      server.close();
    }
    expect(said.mock.calls).toEqual([
      [`Port ${port} is in use: stop the program that uses it, or set PORT to another port.`],
    ]);
  });
});

async function occupyPort(host: string): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return { server, port: address.port };
}
