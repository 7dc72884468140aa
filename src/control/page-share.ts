import {
  createHostApplicationAuth,
  createMsalAuth,
  type Auth,
  type HostApplication,
  type KeepWork,
  type MsalAuth,
  type SignInSettings,
} from '../auth';
import {
  createBrowserEnvironment,
  createThrottleGate,
  loadCode,
  type Environment,
  type ThrottleGate,
} from '../lib';

/** What all controls of one page have in common, and nothing else: one sign-in, one throttle gate, one way out. */
export interface PageShare {
  readonly environment: Environment;
  readonly gate: ThrottleGate;
  /** Equal settings give the same sign-in: who connects in one control is connected in all of them. */
  readonly signIn: (settings: SignInSettings) => MsalAuth;
  /** A number of its own for each control that lives, the same after a reload. */
  readonly takeNumber: () => { readonly number: number; readonly free: () => void };
  /** The work of all controls: asked for before the page goes to Microsoft, whichever of them takes it there. */
  readonly parties: Set<WorkParty>;
  /** Asks all of them: for the sign-in of each control. */
  readonly keepAll: KeepWork;
  /** The same over an application of the page's own. */
  readonly signInBy: (application: HostApplication, settings: HostSettings) => Auth;
}

/** The work of one control. */
interface WorkParty {
  /** The same for all controls that share a sign-in. */
  readonly connection: Auth['connection'];
  readonly keep: KeepWork;
  /** How many files would not arrive without whoever is signed in now. */
  readonly uploads: () => number;
}

interface HostSettings {
  readonly authority: string;
  readonly scopes: readonly string[] | undefined;
}

let page: Environment | undefined;
const shares = new WeakMap<Environment, PageShare>();

/** @param environment the page's own unless told */
export function sharePage(environment?: Environment): PageShare {
  const used = environment ?? (page ??= createBrowserEnvironment());
  const known = shares.get(used);
  if (known) return known;
  const made = createPageShare(used);
  shares.set(used, made);
  return made;
}

function createPageShare(environment: Environment): PageShare {
  const connections = new Map<string, MsalAuth>();
  const numbers = new Set<number>();
  const parties = new Set<WorkParty>();
  const ofHosts = new WeakMap<HostApplication, Map<string, Auth>>();
  return {
    environment,
    gate: createThrottleGate(environment),
    parties,
    keepAll: async () =>
      (await loadCode(import('./unfinished/come-back'))).keepAll([...parties].map(({ keep }) => keep)),
    signIn: (settings) => {
      const key = keyOf(settings);
      const known = connections.get(key);
      if (known) return known;
      const made = createMsalAuth(settings, environment);
      connections.set(key, made);
      return made;
    },
    takeNumber: () => {
      let number = 0;
      while (numbers.has(number)) number += 1;
      numbers.add(number);
      return { number, free: () => void numbers.delete(number) };
    },
    signInBy: (application, settings) => {
      const known = ofHosts.get(application) ?? new Map<string, Auth>();
      ofHosts.set(application, known);
      const key = JSON.stringify(settings);
      const auth = known.get(key) ?? createHostApplicationAuth({ ...settings, application, environment });
      known.set(key, auth);
      return auth;
    },
  };
}

function keyOf(settings: SignInSettings): string {
  const { clientId, tenant, authority, cloud, redirectUri, scopes } = settings;
  const { cacheLocation, interaction, loginHint, sid, domainHint } = settings;
  return JSON.stringify([
    clientId,
    [tenant, authority, cloud],
    redirectUri,
    scopes,
    [cacheLocation, interaction],
    [loginHint, sid, domainHint],
  ]);
}
