import {
  MODES,
  PICK_KINDS,
  SELECTION_MODES,
  THEMES,
  type ControlListeners,
  type ControlProps,
} from '../host';

/** Their properties are texts. */
export const TEXT_ATTRIBUTES = [
  'client-id',
  'tenant',
  'authority',
  'cloud',
  'redirect-uri',
  'scopes',
  'login-hint',
  'domain-hint',
  'cache-location',
  'mode',
  'folder',
  'root',
  'pick-kind',
  'accept',
  'selection',
  'can',
  'theme',
  'locale',
  'name',
] as const;

/** Their properties are numbers. */
export const NUMBER_ATTRIBUTES = ['max-count', 'max-size'] as const;

/** They are there, or not. */
export const BOOLEAN_ATTRIBUTES = ['readonly', 'required', 'disabled'] as const;

/** Every attribute of `<onedrive-control>` that this version reads. `dir` has its property already; `value` has two. */
export const ATTRIBUTES = [
  ...TEXT_ATTRIBUTES,
  ...NUMBER_ATTRIBUTES,
  ...BOOLEAN_ATTRIBUTES,
  'value',
  'dir',
] as const;

export type AttributeName = (typeof ATTRIBUTES)[number];

/** What attributes alone can say. */
type AttributeProps = Omit<
  ControlProps,
  keyof ControlListeners | 'getAccessToken' | 'graph' | 'itemFilter' | 'strings' | 'value' | 'disabled'
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
): AttributeProps {
  const read = (name: AttributeName) => attribute(name)?.trim() || undefined;
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
    maxCount: readNumber(read('max-count')),
    maxSize: readNumber(read('max-size')),
    readonly: attribute('readonly') !== null,
    can: read('can'),
    theme: oneOf(read('theme'), THEMES),
    locale: read('locale'),
    dir: oneOf(read('dir'), ['ltr', 'rtl']) ?? direction,
  };
}

/** What is no number sets no limit. */
export function readNumber(text: string | null | undefined): number | undefined {
  const number = text?.trim() ? Number(text) : Number.NaN;
  return Number.isNaN(number) ? undefined : number;
}

function oneOf<T extends string>(value: string | undefined, known: readonly T[]): T | undefined {
  return known.find((one) => one === value);
}
