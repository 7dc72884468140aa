import type { AppRegistration } from '../../../src/emulator/identity';
import {
  answerOf,
  authorizeUrl,
  CLIENT_ID,
  firstTokens,
  freshCode,
  PAGE_ORIGIN,
  PERSONAL,
  pkce,
  postToken,
  REDIRECT_URI,
  signIn,
  TENANT_ID,
  textOf,
  WORK,
  type Overrides,
  type TokenResult,
} from '../../support/identity-client';
import type { IdentityWorld } from '../../support/identity-emulator';
import { alertOf, createTestBrowser, type TestBrowser, type TestPage } from '../../support/test-browser';

/** Where a refusal is met: on Microsoft's page, in the answer to the page, or at the token endpoint. */
export type Refusal =
  | { readonly at: 'page'; readonly shown: string }
  | { readonly at: 'redirect'; readonly answer: URLSearchParams }
  | { readonly at: 'token'; readonly body: TokenResult['body'] };

type Cause = (world: IdentityWorld) => Promise<Refusal>;

const OTHER_CLIENT = '55555555-1111-4000-8000-000000000009';
const SERVER_URI = 'https://portal.example/signin';
const DAY = 24 * 60 * 60_000;

const shown = (page: TestPage): Refusal => ({ at: 'page', shown: alertOf(page) ?? page.text });
const answered = (page: TestPage): Refusal => ({ at: 'redirect', answer: answerOf(page) });
const refused = ({ body }: TokenResult): Refusal => ({ at: 'token', body });

function open(
  { login }: IdentityWorld,
  overrides: Overrides = {},
  { tenant = 'common', browser = createTestBrowser(login) }: { tenant?: string; browser?: TestBrowser } = {},
): Promise<TestPage> {
  return browser.open(authorizeUrl(login, pkce().challenge, overrides, tenant));
}

const asking =
  (overrides: Overrides): Cause =>
  async (world) =>
    answered(await open(world, overrides));

/** An application of its own for each, since what is registered stays registered. */
let applications = 0;
function register(world: IdentityWorld, registration: Omit<AppRegistration, 'clientId'>): string {
  applications += 1;
  const clientId = `55555555-2222-4000-8000-${String(applications).padStart(12, '0')}`;
  world.register({ clientId, ...registration });
  return clientId;
}

const audience =
  (signInAudience: AppRegistration['signInAudience'], tenant: string): Cause =>
  async (world) => {
    const clientId = register(world, { signInAudience, spa: [REDIRECT_URI] });
    return shown(await open(world, { client_id: clientId }, { tenant }));
  };

/** Whoever chooses this account on the page. */
const choosing =
  (account: string, tenant = 'common', registration?: Omit<AppRegistration, 'clientId'>): Cause =>
  async (world) => {
    const client = registration && register(world, { spa: [REDIRECT_URI], ...registration });
    const browser = createTestBrowser(world.login);
    const page = await open(world, client ? { client_id: client } : {}, { tenant, browser });
    return shown(await browser.press(page, WORK, { account }));
  };

async function password(
  world: IdentityWorld,
  address: string,
  fields: Record<string, string> = {},
  times = 1,
) {
  const browser = createTestBrowser(world.login);
  const page = await browser.press(await open(world, {}, { browser }), address);
  let last = page;
  for (let count = 0; count < times; count += 1) {
    // One after the other, as a person would.
    // oxlint-disable-next-line no-await-in-loop
    last = await browser.press(page, 'Sign in', fields);
  }
  return shown(last);
}

const conditionalAccess =
  (rule: string): Cause =>
  async (world) => {
    await world.admin('accounts', { user: WORK, conditionalAccess: rule });
    const browser = createTestBrowser(world.login);
    const barred = await signIn(browser, await open(world, {}, { browser }));
    return answered(await browser.press(barred, 'Return to the application'));
  };

/** With somebody signed in, asked again without a window. */
const silently =
  (overrides: Overrides, addresses: readonly string[] = [WORK]): Cause =>
  async (world) => {
    const browser = createTestBrowser(world.login);
    for (const address of addresses) {
      // oxlint-disable-next-line no-await-in-loop
      await firstTokens(world.login, { browser, address, overrides: { prompt: 'select_account' } });
    }
    return answered(await open(world, { prompt: 'none', ...overrides }, { browser }));
  };

interface Redemption {
  readonly change?: Overrides;
  readonly origin?: string;
  readonly registration?: Omit<AppRegistration, 'clientId'>;
  readonly redirectUri?: string;
  readonly after?: number;
  readonly twice?: boolean;
}

/** A code, redeemed in a wrong way. */
const redeeming =
  ({
    change,
    origin = PAGE_ORIGIN,
    registration,
    redirectUri = REDIRECT_URI,
    after = 0,
    twice = false,
  }: Redemption): Cause =>
  async (world) => {
    const clientId = registration ? register(world, registration) : CLIENT_ID;
    const overrides = { client_id: clientId, redirect_uri: redirectUri };
    const { code, verifier } = await freshCode(world.login, { overrides });
    if (after > 0) await world.advance(after);
    const parameters = {
      grant_type: 'authorization_code',
      client_id: clientId,
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
      ...change,
    };
    if (twice) await postToken(world.login, parameters, origin);
    return refused(await postToken(world.login, parameters, origin));
  };

/** A refresh token, used when it is too late. */
const renewing =
  (
    spoil: (world: IdentityWorld) => Promise<unknown>,
    registration?: Omit<AppRegistration, 'clientId'>,
  ): Cause =>
  async (world) => {
    const clientId = registration ? register(world, registration) : CLIENT_ID;
    const redirectUri = registration?.native?.[0] ?? REDIRECT_URI;
    const origin = registration ? '' : PAGE_ORIGIN;
    const overrides = { client_id: clientId, redirect_uri: redirectUri };
    const { code, verifier } = await freshCode(world.login, { overrides });
    const first = await postToken(
      world.login,
      {
        grant_type: 'authorization_code',
        client_id: clientId,
        code,
        code_verifier: verifier,
        redirect_uri: redirectUri,
      },
      origin,
    );
    await spoil(world);
    const renewal = {
      grant_type: 'refresh_token',
      client_id: clientId,
      refresh_token: textOf(first, 'refresh_token'),
    };
    return refused(await postToken(world.login, renewal, origin));
  };

const leaving =
  (address: string, button: string): Cause =>
  async (world) => {
    const browser = createTestBrowser(world.login);
    const page = await browser.press(await open(world, {}, { browser }), address);
    return answered(await browser.press(await browser.press(page, 'Sign in'), button));
  };

/** What really leads to a refusal, by its number. */
export const causes: Readonly<Record<number, Cause>> = {
  50011: async (world) => shown(await open(world, { redirect_uri: 'https://portal.example/other.html' })),
  900971: async (world) => shown(await open(world, { client_id: register(world, {}) })),
  700016: async (world) => shown(await open(world, { client_id: OTHER_CLIENT })),
  7000112: async (world) =>
    shown(await open(world, { client_id: register(world, { spa: [REDIRECT_URI], enabled: false }) })),
  90002: async (world) => shown(await open(world, {}, { tenant: 'nowhere.example' })),
  50194: audience('AzureADMyOrg', 'common'),
  9002332: audience('AzureADMultipleOrgs', 'consumers'),
  9002331: audience('PersonalMicrosoftAccount', 'organizations'),
  50034: choosing('nobody@contoso.example'),
  50020: choosing(PERSONAL, TENANT_ID),
  500208: choosing(PERSONAL, 'organizations'),
  500200: choosing(PERSONAL, 'common', { signInAudience: 'AzureADMultipleOrgs' }),
  50126: (world) => password(world, WORK, { password: 'wrong' }),
  50053: (world) => password(world, WORK, { password: 'wrong' }, 11),
  50057: (world) => password(world, 'disabled@contoso.example'),
  50055: async (world) => {
    await world.admin('accounts', { user: WORK, passwordExpired: true });
    return password(world, WORK);
  },
  90014: async (world) => {
    const browser = createTestBrowser(world.login);
    return shown(await browser.press(await open(world, {}, { browser }), WORK, { step: '' }));
  },
  900561: async (world) => {
    const answer = await fetch(`${world.login}/common/oauth2/v2.0/token`, {
      headers: { accept: 'text/html' },
    });
    return { at: 'page', shown: await answer.text() };
  },
  50105: async (world) => {
    const clientId = register(world, { spa: [REDIRECT_URI], assignedUsers: [] });
    const browser = createTestBrowser(world.login);
    const barred = await signIn(browser, await open(world, { client_id: clientId }, { browser }));
    return answered(await browser.press(barred, 'Return to the application'));
  },
  53003: conditionalAccess('block'),
  53011: conditionalAccess('block-risky-user'),
  53000: conditionalAccess('require-compliant-device'),
  53001: conditionalAccess('require-joined-device'),
  530003: conditionalAccess('require-managed-device'),
  50097: conditionalAccess('require-known-device'),
  65004: leaving(WORK, 'Cancel'),
  90094: leaving('adminconsent@contoso.example', 'Return to the application without granting consent'),
  50058: asking({ prompt: 'none' }),
  16000: silently({}, [WORK, PERSONAL]),
  160021: silently({ sid: 'gone' }),
  65001: silently({ scope: 'Files.ReadWrite' }),
  650056: async (world) => {
    const clientId = register(world, { spa: [REDIRECT_URI], permissions: [] });
    const scope = 'https://graph.microsoft.com/.default';
    const browser = createTestBrowser(world.login);
    return answered(await signIn(browser, await open(world, { client_id: clientId, scope }, { browser })));
  },
  650053: asking({ scope: 'Files.Reed' }),
  500011: asking({ scope: 'https://graph.other.example/Files.Read' }),
  70011: asking({ scope: 'https://graph.microsoft.com/.default Files.Read' }),
  700054: asking({ response_type: 'token' }),
  70005: asking({ response_type: 'magic' }),
  9002325: asking({ code_challenge: undefined, code_challenge_method: undefined }),
  50147: asking({ code_challenge: 'short' }),
  9002313: asking({ code_challenge_method: 'plain' }),
  90023: asking({ prompt: 'create' }),
  9002326: redeeming({
    registration: { web: [SERVER_URI], secret: 'right' },
    redirectUri: SERVER_URI,
    change: { client_secret: 'right' },
  }),
  9002327: redeeming({ origin: '' }),
  7000218: redeeming({
    registration: { web: [SERVER_URI], secret: 'right' },
    redirectUri: SERVER_URI,
    origin: '',
  }),
  7000215: redeeming({
    registration: { web: [SERVER_URI], secret: 'right' },
    redirectUri: SERVER_URI,
    origin: '',
    change: { client_secret: 'wrong' },
  }),
  700025: redeeming({ change: { client_secret: 'secret' } }),
  501481: redeeming({ change: { code_verifier: pkce().verifier } }),
  500112: redeeming({ change: { redirect_uri: `${PAGE_ORIGIN}/other.html` } }),
  28003: redeeming({ change: { scope: ' ' } }),
  70003: redeeming({ change: { grant_type: 'password' } }),
  900144: redeeming({ change: { grant_type: undefined } }),
  54005: redeeming({ twice: true }),
  70008: redeeming({ after: 11 * 60_000 }),
  70000: async (world) =>
    refused(await postToken(world.login, { grant_type: 'refresh_token', refresh_token: 'unknown' })),
  50076: renewing((world) => world.admin('accounts', { user: WORK, conditionalAccess: 'require-mfa' })),
  50173: renewing((world) => world.admin('accounts', { user: WORK, revokeSignIns: true })),
  700084: renewing((world) => world.advance(DAY + 1)),
  700082: renewing((world) => world.advance(91 * DAY), { native: ['https://program.example/done'] }),
};

type ScriptedPlace = 'page' | 'authorize' | 'silent' | 'token';

/** Refusals whose causes the emulator does not have, and where Entra gives them. */
export const scripted: readonly (readonly [ScriptedPlace, readonly number[]])[] = [
  [
    'page',
    [
      50056, 50059, 50064, 50128, 50140, 50144, 50199, 51004, 70001, 90008, 90072, 90130, 500021, 500212,
      500213, 530032, 530034, 530035, 650052, 900023, 9001023,
    ],
  ],
  ['authorize', [50072, 50074, 50079, 50129, 65005, 90038, 90095, 240001, 650057]],
  ['silent', [16002, 50078]],
  [
    'token',
    [28002, 50087, 50089, 50132, 50133, 50196, 70043, 90006, 90024, 90033, 700011, 700022, 700023, 7000222],
  ],
];

/** Asks the emulator for a scripted refusal, and meets it where it is given. */
export async function raiseScripted(world: IdentityWorld, at: ScriptedPlace, code: number): Promise<Refusal> {
  await world.admin('refusals', { code, at });
  switch (at) {
    case 'page':
      return shown(await open(world));
    case 'authorize':
      return answered(await open(world));
    case 'silent':
      return answered(await open(world, { prompt: 'none' }));
    case 'token':
      return refused(await firstTokens(world.login));
  }
}
