import { describe, expect } from 'vitest';
import { BYTES, type Json, type Reply } from './graph-world';
import { rule, type RuleContext } from './support/target';

const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];

const preview = ({ graph, folder }: RuleContext, name: string, body: object = {}): Promise<Reply> =>
  graph(folder.at(name, 'preview'), { body });

/** The page that shows a file. */
async function open(context: RuleContext, name: string, body: object = {}): Promise<Reply> {
  const { status, json } = await preview(context, name, body);
  expect(status).toBe(200);
  return context.bytes(json.getUrl);
}

/** The address of what the page shows. */
function sourceIn({ text }: Reply): string {
  const [, source = ''] = /(?:src|href)="([^"]*)"/.exec(text) ?? [];
  return new URL(source.replaceAll('&amp;', '&'), BYTES).href;
}

describe('preview', () => {
  rule('gives an address on another origin that needs no token', { on: 'business' }, async (context) => {
    await context.putFile('a.txt', 'hello');
    const { status, json } = await preview(context, 'a.txt');
    expect(status).toBe(200);
    const page = await context.bytes(json.getUrl);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  rule('shows a text, as text whatever is in it', { on: 'business', needs: 'state' }, async (context) => {
    await context.putFile('a.html', '<script>alert(1)</script>');
    const { text } = await open(context, 'a.html');
    expect(text).toContain('<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>');
  });

  for (const [name, type, element] of [
    ['a.png', 'image/png', 'img'],
    ['a.pdf', 'application/pdf', 'a href'],
    ['a.mp4', 'video/mp4', 'video'],
    ['a.mp3', 'audio/mpeg', 'audio'],
  ] as const) {
    rule(`shows ${name} itself in a page`, { on: 'business', needs: 'state' }, async (context) => {
      await context.putFile(name, 'its bytes');
      const page = await open(context, name);
      expect(page.text).toMatch(new RegExp(`<${element}( src)?=`));
      const { status, headers, text } = await context.bytes(sourceIn(page));
      expect([status, text, headers.get('content-type')]).toEqual([200, 'its bytes', type]);
      expect(headers.get('content-disposition')).toMatch(/^inline; /);
    });
  }

  rule('shows no Office file, and says so', { on: 'business', needs: 'state' }, async (context) => {
    await context.putFile('a.docx', 'x');
    expect((await open(context, 'a.docx')).text).toContain('The emulator has no Office');
  });

  rule(
    'may be framed, is not kept, and runs nothing',
    { on: 'business', needs: 'state' },
    async (context) => {
      await context.putFile('a.png', 'x');
      const page = await open(context, 'a.png');
      const policy = page.headers.get('content-security-policy');
      expect(page.headers.has('x-frame-options')).toBe(false);
      expect(policy).not.toContain('frame-ancestors');
      expect(policy).toMatch(/^default-src 'none'/);
      expect(page.headers.get('cache-control')).toBe('no-store');
      const shown = await context.bytes(sourceIn(page));
      expect(shown.headers.get('content-security-policy')).toBe('sandbox');
    },
  );

  rule(
    'has a banner with the name, and with nb=true none',
    { on: 'business', needs: 'state' },
    async (context) => {
      await context.putFile('a & b.txt', 'x');
      const { json } = await preview(context, 'a & b.txt');
      expect((await context.bytes(json.getUrl)).text).toContain('<header>a &amp; b.txt</header>');
      expect((await context.bytes(`${json.getUrl}&nb=true`)).text).not.toContain('<header>');
    },
  );

  for (const page of ['3', 3]) {
    rule(`begins at page ${JSON.stringify(page)}`, { on: 'business', needs: 'state' }, async (context) => {
      await context.putFile('a.pdf', 'x');
      expect(sourceIn(await open(context, 'a.pdf', { page, zoom: 1.5 }))).toMatch(/#page=3&zoom=150$/);
    });
  }

  rule('is refused a page or a zoom that is none', { on: 'business' }, async (context) => {
    await context.putFile('a.pdf', 'x');
    expect(outcome(await preview(context, 'a.pdf', { page: {} }))).toEqual([400, 'invalidRequest']);
    expect(outcome(await preview(context, 'a.pdf', { zoom: 'much' }))).toEqual([400, 'invalidRequest']);
  });

  rule('is refused for a folder, and 404 where nothing is', { on: 'business' }, async (context) => {
    const { graph, folder } = context;
    expect((await graph(`${folder.url}/preview`, { body: {} })).status).toBe(400);
    expect((await preview(context, 'none.txt')).status).toBe(404);
  });

  rule('is refused', { on: 'personal' }, async (context) => {
    await context.putFile('a.txt', 'x');
    expect(outcome(await preview(context, 'a.txt'))).toEqual([400, 'notSupported']);
  });

  rule(
    'ends after a quarter of an hour, and with the file',
    { on: 'business', needs: 'clock' },
    async (context) => {
      await context.putFile('a.png', 'x');
      const first: Json = (await preview(context, 'a.png')).json;
      const shown = sourceIn(await context.bytes(first.getUrl));
      context.world.clock.now += 15 * 60_000 + 1;
      expect((await context.bytes(first.getUrl)).status).toBe(401);
      expect((await context.bytes(shown)).status).toBe(401);
      const second = (await preview(context, 'a.png')).json;
      await context.graph(context.folder.at('a.png'), { method: 'DELETE' });
      expect((await context.bytes(second.getUrl)).status).toBe(404);
    },
  );

  rule('opens nothing else', { on: 'business', needs: 'state' }, async (context) => {
    const file = await context.putFile('a.txt', 'x');
    const key = new URL((await preview(context, 'a.txt')).json.getUrl).searchParams.get('tempauth');
    const download = new URL(file['@microsoft.graph.downloadUrl']);
    download.searchParams.set('tempauth', key!);
    expect((await context.bytes(download.href)).status).toBe(401);
  });
});
