import type { ControlListeners, ControlProps } from '../host';
// Types only, here and in whatever else the application has of the element: a module that both had would be a file of
// its own, for which the script that every page loads first would wait.
import type { AttributeName } from './attributes';
import type { OwnProperty } from './own-properties';

/** What attributes alone can say. */
export type AttributeProps = Omit<ControlProps, keyof ControlListeners | OwnProperty | 'value' | 'disabled'>;

export interface ElementSurroundings {
  /** Stands in where the attribute does not. */
  readonly redirectUri: string | undefined;
  /** Of the text around the element. */
  readonly direction: 'ltr' | 'rtl';
}

/**
 * An empty attribute counts as missing: frameworks write it for `undefined`. Only an empty `can` allows nothing: a list
 * of rights that has become empty must not mean all of them. Words and numbers are not checked here: the component tells
 * of those that it can't read, and a cloud that nobody knows is explained on screen.
 */
export function readProps(
  attribute: (name: AttributeName) => string | null,
  { redirectUri, direction }: ElementSurroundings,
): AttributeProps {
  const read = (name: AttributeName) => attribute(name)?.trim() || undefined;
  const readNumber = (name: AttributeName) => {
    const text = read(name);
    return text === undefined ? undefined : Number(text);
  };
  return {
    clientId: read('client-id'),
    tenant: read('tenant'),
    authority: read('authority'),
    cloud: read('cloud') as AttributeProps['cloud'],
    redirectUri: read('redirect-uri') ?? redirectUri,
    scopes: read('scopes'),
    loginHint: read('login-hint'),
    sid: read('sid'),
    domainHint: read('domain-hint'),
    cacheLocation: read('cache-location') as AttributeProps['cacheLocation'],
    interaction: read('interaction') as AttributeProps['interaction'],
    mode: read('mode') as AttributeProps['mode'],
    folder: read('folder'),
    createFolder: attribute('create-folder') !== null,
    root: read('root'),
    pickKind: read('pick-kind') as AttributeProps['pickKind'],
    accept: read('accept'),
    selection: read('selection') as AttributeProps['selection'],
    maxCount: readNumber('max-count'),
    maxSize: readNumber('max-size'),
    readonly: attribute('readonly') !== null,
    can: attribute('can') ?? undefined,
    sources: attribute('sources') ?? undefined,
    view: read('view') as AttributeProps['view'],
    columns: read('columns'),
    hideCommandBar: attribute('hide-command-bar') !== null,
    hideBreadcrumb: attribute('hide-breadcrumb') !== null,
    hideTransfers: attribute('hide-transfers') !== null,
    keepTransfers: attribute('keep-transfers') !== null,
    forgetListings: attribute('forget-listings') !== null,
    theme: read('theme') as AttributeProps['theme'],
    locale: read('locale'),
    // As in HTML, where words that are none are passed over.
    dir: oneOf(read('dir'), ['ltr', 'rtl']) ?? direction,
  };
}

function oneOf<T extends string>(value: string | undefined, known: readonly T[]): T | undefined {
  return known.find((one) => one === value);
}
