import {
  MODES,
  PICK_KINDS,
  SELECTION_MODES,
  THEMES,
  type ControlListeners,
  type ControlProps,
} from '../host';
// Types only, here and in whatever else the application has of the element: a module that both had would be a file of
// its own, for which the script that every page loads first would wait.
import type { AttributeName } from './attributes';

/** What attributes alone can say. */
export type AttributeProps = Omit<
  ControlProps,
  keyof ControlListeners | 'getAccessToken' | 'graph' | 'itemFilter' | 'strings' | 'value' | 'disabled'
>;

export interface ElementSurroundings {
  /** Stands in where the attribute does not. */
  readonly redirectUri: string | undefined;
  /** Of the text around the element. */
  readonly direction: 'ltr' | 'rtl';
}

/** An empty attribute counts as missing: frameworks write it for `undefined`. Unknown words fall back, as in HTML. */
export function readProps(
  attribute: (name: AttributeName) => string | null,
  { redirectUri, direction }: ElementSurroundings,
): AttributeProps {
  const read = (name: AttributeName) => attribute(name)?.trim() || undefined;
  const readNumber = (name: AttributeName) => {
    const number = Number(read(name) ?? Number.NaN);
    return Number.isNaN(number) ? undefined : number;
  };
  return {
    clientId: read('client-id'),
    tenant: read('tenant'),
    authority: read('authority'),
    // Not checked here: a cloud that nobody knows is explained on screen, not taken for another one.
    cloud: read('cloud') as AttributeProps['cloud'],
    redirectUri: read('redirect-uri') ?? redirectUri,
    scopes: read('scopes'),
    loginHint: read('login-hint'),
    domainHint: read('domain-hint'),
    cacheLocation: oneOf(read('cache-location'), ['sessionStorage', 'localStorage', 'memoryStorage']),
    mode: oneOf(read('mode'), MODES),
    folder: read('folder'),
    root: read('root'),
    pickKind: oneOf(read('pick-kind'), PICK_KINDS),
    accept: read('accept'),
    selection: oneOf(read('selection'), SELECTION_MODES),
    maxCount: readNumber('max-count'),
    maxSize: readNumber('max-size'),
    readonly: attribute('readonly') !== null,
    can: read('can'),
    theme: oneOf(read('theme'), THEMES),
    locale: read('locale'),
    dir: oneOf(read('dir'), ['ltr', 'rtl']) ?? direction,
  };
}

function oneOf<T extends string>(value: string | undefined, known: readonly T[]): T | undefined {
  return known.find((one) => one === value);
}
