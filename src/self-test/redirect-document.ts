/** What the redirect page says of itself. The build writes the mark (scripts/build/redirect-page.mjs). */
export interface RedirectDocument {
  /** `sha256-…` of its script; empty on the development server, whose pages are changed on purpose. */
  readonly hash: string;
  /** The addresses of all its scripts; an empty one stands in the page itself. */
  readonly scripts: readonly string[];
}

const MARK = /<meta\s+name="onedrive-redirect-page"\s+content="([^"]*)"/i;
const SCRIPT = /<script\b([^>]*)>/gi;
const SRC = /\bsrc="([^"]*)"/i;

/** Undefined where this is another page. No parser of the browser's: a page may forbid it (Trusted Types). */
export function readRedirectDocument(html: string): RedirectDocument | undefined {
  const mark = MARK.exec(html);
  if (!mark) return undefined;
  const scripts = [...html.matchAll(SCRIPT)].map(([, attributes = '']) => SRC.exec(attributes)?.[1] ?? '');
  return { hash: mark[1] ?? '', scripts };
}

/** The title of whatever page there is, for whoever looks for the reason. */
export function titleOf(html: string): string {
  return (/<title>([^<]*)</i.exec(html)?.[1] ?? '').trim().slice(0, 80);
}
