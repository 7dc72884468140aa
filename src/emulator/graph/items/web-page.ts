import { itemNotFound } from '../protocol/graph-error';
import { itemAtUrl } from './item-at-url';
import { openToAnyone } from '../sharing/open-share';
import type { World } from '../world';

/** Stands in for the service's own web pages, to which webUrl leads. It tells a name, no content. */
export function webPage(world: World, url: URL): Response {
  const item = itemAtUrl(world, url)?.item ?? openToAnyone(world, url)?.item;
  if (item === undefined) throw itemNotFound();
  const name = item.parent === null ? 'OneDrive' : item.name;
  const html = `<!doctype html><meta charset="utf-8"><title>${escape(name)}</title>
<body style="font:16px system-ui;margin:3rem"><h1>${escape(name)}</h1>
<p>Here the real service would open this item. This is the emulator.</p>`;
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  });
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
