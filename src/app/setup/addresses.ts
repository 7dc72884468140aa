/** Something about an address that makes sign-ins fail later. */
type AddressWarning =
  /** Microsoft takes plain http for this computer alone. */
  | 'insecure'
  /** Another name with each start. */
  | 'tunnel'
  /** The page may be opened with and without www. */
  | 'twin'
  /** Compared letter by letter. */
  | 'capitals'
  /** Nobody else reaches it. */
  | 'loopback';

export interface RedirectAddress {
  readonly address: string;
  readonly warnings: readonly AddressWarning[];
}

const FILE = 'oauth2callback.html';
const TUNNELS =
  /\.(?:ngrok(?:-free)?\.(?:app|dev|io)|trycloudflare\.com|loca\.lt|devtunnels\.ms|serveo\.net|localhost\.run|lhr\.life|loclx\.io|pinggy\.(?:link|io)|tunnelmole\.net|app\.github\.dev|gitpod\.io)$/;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The redirect page beside a page of this deployment. @param pageAddress `document.baseURI` */
export function ownAddress(pageAddress: string): RedirectAddress {
  return withWarnings(new URL(FILE, pageAddress).href);
}

/** Of the other pages that are named, one a line; a page or its folder may be named instead of the redirect page. */
export function readAddresses(text: string): readonly (RedirectAddress | { readonly malformed: string })[] {
  const lines = text.split(/\s+/).filter((line) => line !== '');
  return lines.map((line) => {
    const address = /^https?:\/\//i.test(line) ? line : `https://${line}`;
    if (!URL.canParse(address)) return { malformed: line };
    const url = new URL(address);
    const isPage = /\.html?$/i.test(url.pathname);
    if (!url.pathname.endsWith(`/${FILE}`)) {
      url.pathname = isPage
        ? url.pathname.replace(/[^/]*$/, FILE)
        : `${url.pathname.replace(/\/+$/, '')}/${FILE}`;
    }
    url.search = '';
    url.hash = '';
    return withWarnings(url.href);
  });
}

function withWarnings(address: string): RedirectAddress {
  const { protocol, hostname, pathname } = new URL(address);
  const isLoopback = LOOPBACK.has(hostname);
  const found: readonly (readonly [AddressWarning, boolean])[] = [
    ['insecure', protocol !== 'https:' && !isLoopback],
    ['loopback', isLoopback],
    ['tunnel', TUNNELS.test(`.${hostname}`)],
    ['twin', hostname.startsWith('www.') || hostname.split('.').length === 2],
    ['capitals', /[A-Z]/.test(pathname)],
  ];
  return { address, warnings: found.flatMap(([warning, holds]) => (holds ? [warning] : [])) };
}
