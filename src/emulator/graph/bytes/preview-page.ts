import { html, raw } from 'hono/html';
import { mimeTypeOf } from '../model/mime-types';
import type { FileGrant } from '../world';
import { EMBEDDED_PATH, PREVIEW_PATH } from './preview';
import { readText } from './read-text';
import { seenThrough } from './seen-through';

type Markup = ReturnType<typeof html>;

const MOST_TEXT = 512 * 1024;
const STYLE = `html, body { height: 100%; margin: 0; font: 15px system-ui; }
body { display: flex; flex-direction: column; }
header { padding: 8px 16px; background: #f3f2f1; color: #242424; }
main { flex: 1; min-height: 0; display: grid; overflow: auto; }
img, video, audio { max-width: 100%; max-height: 100%; margin: auto; }
pre { margin: 0; padding: 16px; white-space: pre-wrap; overflow-wrap: anywhere; }
p { margin: auto; padding: 16px; }`;

/** The page behind `getUrl`: the file itself, in whichever way a browser can show it. May be framed by anyone. */
export async function previewPage(grant: FileGrant, url: URL): Promise<Response> {
  const { file } = grant;
  const banner = url.searchParams.get('nb') === 'true' ? '' : html`<header>${file.name}</header>`;
  const page = html`<!doctype html>
    <html>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${file.name}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        ${banner}
        <main>${await shown(grant, url)}</main>
      </body>
    </html>`;
  return new Response(String(await page), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; base-uri 'none'",
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

async function shown(grant: FileGrant, url: URL): Promise<Markup> {
  const { file } = grant;
  const type = mimeTypeOf(file.name);
  const source = `${url.pathname.replace(PREVIEW_PATH, EMBEDDED_PATH)}${url.search}`;
  const [kind] = type.split('/');
  if (kind === 'image') return html`<img src="${source}" alt="${file.name}" />`;
  if (kind === 'video') return html`<video src="${source}" controls></video>`;
  if (kind === 'audio') return html`<audio src="${source}" controls></audio>`;
  if (type === 'application/pdf')
    // Browsers show no PDF in a frame with a sandbox, which is how pages embed this one.
    return html`<p>
      Here the real service would show ${file.name}.
      <a href="${source}${place(url)}" target="_blank" rel="noopener">Open it in a tab</a>
    </p>`;
  if (kind === 'text' || type === 'application/json') return textOf(grant);
  return html`<p>Here the real service would show ${file.name} in Office. The emulator has no Office.</p>`;
}

/** Browsers' own viewers take the page and the zoom in percent from the fragment. */
function place({ searchParams }: URL): string {
  const zoom = Number(searchParams.get('zoom') ?? 1);
  const wanted = [`page=${searchParams.get('page') ?? 1}`, ...(zoom > 0 ? [`zoom=${zoom * 100}`] : [])];
  return `#${wanted.join('&')}`;
}

async function textOf(grant: FileGrant): Promise<Markup> {
  const { text, whole } = await readText(seenThrough(grant).content, MOST_TEXT);
  return html`<pre>${text}${whole ? '' : '\n\n(The rest is not shown.)'}</pre>`;
}
