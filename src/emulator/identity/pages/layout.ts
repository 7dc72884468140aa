import { html } from 'hono/html';

/** Escaped HTML: `html` escapes whatever is put into its gaps. */
export type Markup = ReturnType<typeof html>;

export const STYLESHEET_PATH = '/identity/sign-in.css';

export interface PageOptions {
  readonly title: string;
  readonly content: Markup;
  readonly status?: number;
  /** Where the forms of the page may lead in the end: the origin of the redirect URI. */
  readonly returnOrigin?: string | undefined;
  /** The application says that it needs no opener isolation (`pocd=1`). */
  readonly keepOpener?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

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
        <link rel="stylesheet" href="${STYLESHEET_PATH}" />
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
      </body>
    </html>`;
  const headers = new Headers({
    ...options.headers,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'content-security-policy': contentSecurityPolicy(options.returnOrigin),
  });
  if (options.keepOpener !== true) headers.set('cross-origin-opener-policy', 'same-origin');
  return new Response(String(body), { status: options.status ?? 200, headers });
}

/** Browsers check `form-action` for the redirect behind a form too, so it names the application. */
function contentSecurityPolicy(returnOrigin: string | undefined): string {
  const formTargets = returnOrigin === undefined ? "'self'" : `'self' ${returnOrigin}`;
  return [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    `form-action ${formTargets}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
