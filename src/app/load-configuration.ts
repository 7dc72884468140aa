import type { Environment } from '../control';
import { readConfiguration, type ConfigurationOutcome } from './configuration';
import { readTrial } from './trial-settings';

const FILE = 'onedrive.config.json';

/** Defaults given at build time; the file beside index.html wins, so that one build serves every deployment. */
const BUILT_IN: Readonly<Record<string, string | undefined>> = {
  clientId: import.meta.env['VITE_CLIENT_ID'],
  tenant: import.meta.env['VITE_TENANT'],
  authority: import.meta.env['VITE_AUTHORITY'],
  cloud: import.meta.env['VITE_CLOUD'],
  redirectUri: import.meta.env['VITE_REDIRECT_URI'],
  scopes: import.meta.env['VITE_SCOPES'],
  cacheLocation: import.meta.env['VITE_CACHE_LOCATION'],
  interaction: import.meta.env['VITE_INTERACTION'],
  loginHint: import.meta.env['VITE_LOGIN_HINT'],
  sid: import.meta.env['VITE_SID'],
  domainHint: import.meta.env['VITE_DOMAIN_HINT'],
  root: import.meta.env['VITE_ROOT'],
  locale: import.meta.env['VITE_LOCALE'],
  theme: import.meta.env['VITE_THEME'],
  setup: import.meta.env['VITE_SETUP'],
};

/** What the page is to run with. */
type LoadedConfiguration = ConfigurationOutcome & {
  /** For this tab, out of the set-up assistant. */
  readonly isTrial: boolean;
};

export async function loadConfiguration(
  environment: Pick<Environment, 'fetch' | 'tabStorage'>,
  pageAddress: string,
): Promise<LoadedConfiguration> {
  const file = await readFile(environment, pageAddress);
  if (file === 'unreadable' || file === 'unreachable') {
    const problems = [{ code: `file.${file}`, value: '' } as const];
    // Who can't read the settings can't know whether the assistant is wanted: a server that is down is no new page.
    return { kind: 'wrong', setup: file === 'unreadable', given: {}, problems, isTrial: false };
  }
  const builtIn = Object.fromEntries(Object.entries(BUILT_IN).filter(([, value]) => value));
  const own = readConfiguration({ ...builtIn, ...file }, pageAddress);
  const trial = own.setup ? readTrial(environment) : undefined;
  return trial ? { ...readConfiguration(trial, pageAddress), isTrial: true } : { ...own, isTrial: false };
}

/** What servers answer for a file that is not there; storage services say “forbidden”. */
const MISSING: ReadonlySet<number> = new Set([403, 404, 410]);

async function readFile(
  environment: Pick<Environment, 'fetch'>,
  pageAddress: string,
): Promise<object | 'unreadable' | 'unreachable' | undefined> {
  const address = new URL(FILE, pageAddress);
  const response = await environment.fetch(address, { cache: 'no-cache' }).catch(() => undefined);
  if (!response?.ok) return response && MISSING.has(response.status) ? undefined : 'unreachable';
  const text = await response.text();
  // Many hosts answer a missing file with index.html.
  if (text.trimStart().startsWith('<')) return undefined;
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? json : 'unreadable';
  } catch {
    return 'unreadable';
  }
}
