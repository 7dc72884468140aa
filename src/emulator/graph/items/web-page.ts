import { html } from 'hono/html';
import { itemNotFound } from '../protocol/graph-error';
import { itemAtUrl } from './item-at-url';
import { openToAnyone } from '../sharing/open-share';
import type { World } from '../world';

/** Stands in for the service's own web pages, to which webUrl leads. It tells a name, no content. */
export async function webPage(world: World, url: URL): Promise<Response> {
  const item = itemAtUrl(world, url)?.item ?? openToAnyone(world, url)?.item;
  if (item === undefined) throw itemNotFound();
  const name = item.parent === null ? 'OneDrive' : item.name;
  const page = html`<!doctype html><meta charset="utf-8" /><title>${name}</title>
    <body style="font:16px system-ui;margin:3rem">
      <h1>${name}</h1>
      <p>Here the real service would open this item. This is the emulator.</p>
    </body>`;
  return new Response(String(await page), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}
