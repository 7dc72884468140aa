// Types only: this is part of the script that every page loads first.
import type { OneDriveControlProps } from '../ui';

/** Every attribute of `<onedrive-control>` that this version reads. */
export const ATTRIBUTES = [
  'client-id',
  'tenant',
  'authority',
  'cloud',
  'redirect-uri',
  'scopes',
  'login-hint',
  'domain-hint',
  'cache-location',
  'folder',
  'root',
  'theme',
  'locale',
  'dir',
] as const;

export type AttributeName = (typeof ATTRIBUTES)[number];

/** What the attributes say, without what belongs to a mounted control. */
export type ElementProps = Omit<
  OneDriveControlProps,
  'ref' | 'className' | 'shadowRoot' | 'onConnection' | 'onNavigate' | 'onSelection' | 'onError'
>;

export interface ElementSurroundings {
  /** Stands in where the attribute does not. */
  readonly redirectUri: string | undefined;
  /** Of the text around the element. */
  readonly direction: 'ltr' | 'rtl';
}

/** `client-id` → `clientId` */
export function propertyOf(attribute: AttributeName): string {
  return attribute.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** An empty attribute counts as missing: frameworks write it for `undefined`. Unknown words fall back, as in HTML. */
export function readProps(
  attribute: (name: AttributeName) => string | null,
  { redirectUri, direction }: ElementSurroundings,
): ElementProps {
  const read = (name: AttributeName) => attribute(name)?.trim() || undefined;
  return {
    clientId: read('client-id') ?? '',
    tenant: read('tenant'),
    authority: read('authority'),
    // Not checked here: a cloud that nobody knows is explained on screen, not taken for another one.
    cloud: read('cloud') as ElementProps['cloud'],
    redirectUri: read('redirect-uri') ?? redirectUri ?? '',
    scopes: read('scopes'),
    loginHint: read('login-hint'),
    domainHint: read('domain-hint'),
    cacheLocation: oneOf(read('cache-location'), ['sessionStorage', 'localStorage', 'memoryStorage']),
    folder: read('folder'),
    root: read('root'),
    theme: oneOf(read('theme'), ['auto', 'light', 'dark']),
    locale: read('locale'),
    dir: oneOf(read('dir'), ['ltr', 'rtl']) ?? direction,
  };
}

function oneOf<T extends string>(value: string | undefined, known: readonly T[]): T | undefined {
  return known.find((one) => one === value?.trim());
}
