import type { CloudChoice, GetAccessToken, HostApplication, SignInSettings } from '../../auth';
import type { FirstView, FolderPlace } from '../../drive';
import type { ControlProps } from '../../host';
import { invalidSetting } from '../../lib';
import { namesOf } from './place-of';

interface Place {
  readonly graphRoot: string | undefined;
  readonly rootPath: readonly string[];
  /** No folder is opened where only the connection is shown. */
  readonly opensFolder: boolean;
  readonly forgetListings: boolean;
}

interface HostTokens extends CloudChoice {
  readonly scopes: readonly string[] | undefined;
}

/** What another control is needed for when it changes. */
export type ControlSettings =
  | (Place & { readonly way: 'sign-in'; readonly signIn: SignInSettings })
  | (Place & { readonly way: 'host-tokens'; readonly host: HostTokens })
  /** `instance` tells one application of the page from another. */
  | (Place & { readonly way: 'host-application'; readonly host: HostTokens; readonly instance: number })
  | (Place & { readonly way: 'wrong'; readonly setting: string });

/** What `createOneDriveControl` is made with. */
export type ControlOptions = Place & {
  readonly start: () => FolderPlace;
  readonly firstView: () => FirstView;
} & (
    | { readonly signIn: SignInSettings }
    | (HostTokens & { readonly getAccessToken: GetAccessToken })
    | (HostTokens & { readonly publicClientApplication: HostApplication })
  );

export function readSettings(props: ControlProps): ControlSettings {
  const { tenant, authority, cloud, root, graph, getAccessToken, publicClientApplication } = props;
  const { clientId = '', redirectUri = '', cacheLocation, interaction, loginHint, sid, domainHint } = props;
  const place = {
    graphRoot: graph || undefined,
    rootPath: namesOf(root),
    opensFolder: props.mode !== 'account',
    forgetListings: props.forgetListings === true,
  };
  const given = typeof props.scopes === 'string' ? wordsOf(props.scopes) : props.scopes;
  const scopes = given?.length === 0 ? undefined : given;
  const choice = { tenant, authority, cloud, scopes };
  if (publicClientApplication && !getAccessToken) {
    if (typeof publicClientApplication !== 'object')
      return { ...place, way: 'wrong', setting: 'publicClientApplication' };
    return { ...place, way: 'host-application', host: choice, instance: numberOf(publicClientApplication) };
  }
  if (getAccessToken === undefined || getAccessToken === null) {
    const hints = { loginHint, sid, domainHint };
    const signIn = { ...choice, clientId, redirectUri, cacheLocation, interaction, ...hints };
    return { ...place, way: 'sign-in', signIn };
  }
  // A function can only be a property; in an attribute it would be a text.
  if (typeof getAccessToken !== 'function') return { ...place, way: 'wrong', setting: 'getAccessToken' };
  return { ...place, way: 'host-tokens', host: choice };
}

/** @throws OneDriveError `configuration-invalid`, its serviceCode naming the setting */
export function controlOptions(
  { graphRoot, rootPath, opensFolder, forgetListings, ...settings }: ControlSettings,
  more: {
    readonly start: () => FolderPlace;
    readonly firstView: () => FirstView;
    readonly getAccessToken: GetAccessToken;
    readonly publicClientApplication: HostApplication | undefined;
  },
): ControlOptions {
  const { start, firstView, getAccessToken, publicClientApplication } = more;
  const place = { graphRoot, rootPath, opensFolder, forgetListings, start, firstView };
  switch (settings.way) {
    case 'wrong':
      throw invalidSetting(settings.setting);
    case 'host-tokens':
      return { ...place, ...settings.host, getAccessToken };
    case 'host-application':
      if (!publicClientApplication) throw invalidSetting('publicClientApplication');
      return { ...place, ...settings.host, publicClientApplication };
    case 'sign-in': {
      const { signIn } = settings;
      return { ...place, signIn: { ...signIn, redirectUri: ownAddress(signIn.redirectUri) } };
    }
  }
}

const numbers = new WeakMap<object, number>();
let count = 0;

/** Another number for each; settings are compared by what they say, and what is no text says nothing as JSON. */
export function numberOf(thing: object): number {
  const known = numbers.get(thing);
  if (known !== undefined) return known;
  count += 1;
  numbers.set(thing, count);
  return count;
}

/** `a b, c` → `['a', 'b', 'c']` */
export function wordsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

/** MSAL hears of the answer by a channel that ends at the origin: from another one it would wait for ever. */
function ownAddress(redirectUri: string): string {
  const isOwn =
    redirectUri !== '' &&
    URL.canParse(redirectUri, document.baseURI) &&
    new URL(redirectUri, document.baseURI).origin === location.origin;
  if (!isOwn) throw invalidSetting('redirectUri');
  return new URL(redirectUri, document.baseURI).href;
}
