import { html, raw } from 'hono/html';
import { sha256Base64 } from '../random-text';
import { stylesheet } from './stylesheet';

/** Escaped HTML: `html` escapes whatever is put into its gaps. */
export type Markup = ReturnType<typeof html>;

export interface PageOptions {
  readonly title: string;
  readonly content: Markup;
  readonly status?: number;
  /** Where the forms of the page may lead in the end. */
  readonly redirectUri?: string | undefined;
  /** The application says that it needs no opener isolation (`pocd=1`). */
  readonly keepOpener?: boolean;
  /** A constant; the policy allows it by its hash. */
  readonly script?: string;
  /** Origins that the page shows in frames. */
  readonly frameOrigins?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** In the page, allowed by its hash: so a page needs no other address than its own. */
const STYLE = `<style>${stylesheet}</style>`;

/** A page of the identity platform: the sign-in card under the banner that says what it is. */
export async function page(options: PageOptions): Promise<Response> {
  const body = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${options.title} – local test identity provider</title>
        <link rel="icon" href="data:," />
        ${raw(STYLE)}
      </head>
      <body>
        <header class="banner">
          <strong>Local test identity provider</strong> – no Microsoft account is involved
        </header>
        <main class="card">
          <p class="brand">Contoso demo sign-in</p>
          <h1>${options.title}</h1>
          ${options.content}
        </main>
        ${options.script === undefined ? '' : raw(`<script>${options.script}</script>`)}
      </body>
    </html>`;
  const headers = new Headers({
    ...options.headers,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'content-security-policy': await contentSecurityPolicy(options),
  });
  if (options.keepOpener !== true) headers.set('cross-origin-opener-policy', 'same-origin');
  return new Response(String(body), { status: options.status ?? 200, headers });
}

async function contentSecurityPolicy(options: PageOptions): Promise<string> {
  const { redirectUri, script, frameOrigins = [] } = options;
  return [
    "default-src 'none'",
    `style-src 'sha256-${await sha256Base64(stylesheet)}'`,
    'img-src data:',
    ...(script === undefined ? [] : [`script-src 'sha256-${await sha256Base64(script)}'`]),
    ...(frameOrigins.length === 0 ? [] : [`frame-src ${frameOrigins.join(' ')}`]),
    // Browsers check `form-action` for the redirect behind a form too, so it names the application.
    `form-action ${redirectUri === undefined ? "'self'" : `'self' ${sourceOf(redirectUri)}`}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** A program's own scheme has no origin. */
function sourceOf(redirectUri: string): string {
  const { origin, protocol } = new URL(redirectUri);
  return origin === 'null' ? protocol : origin;
}
