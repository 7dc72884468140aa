import { describe, expect } from 'vitest';
import sharp from 'sharp';
import { createSharpThumbnailer } from '../../src/emulator/store/sharp-thumbnailer';
import type { Reply } from './graph-world';
import { bytesOf } from './support/bytes';
import { rule, type RuleContext } from './support/target';

const outcome = ({ status, json }: Reply): unknown => [status, json.error.code];

/** Asks for a file in another format. */
const convert = ({ graph, folder }: RuleContext, name: string, query: string): Promise<Reply> =>
  graph(`${folder.at(name, 'content')}?${query}`);

async function pdfOf(context: RuleContext, name: string): Promise<Reply> {
  const { status, headers } = await convert(context, name, 'format=pdf');
  expect(status).toBe(302);
  return context.bytes(headers.get('location')!);
}

/** The text of a PDF whose content streams are not compressed. */
function textIn(pdf: string): string {
  return [...pdf.matchAll(/^\((.*)\) Tj T\*$/gm)]
    .map(([, line]) => line!.replaceAll(/\\(.)/g, '$1'))
    .join('\n');
}

describe('a file asked for in another format', () => {
  for (const name of ['a.csv', 'A.MD']) {
    rule(`${name} comes as a PDF that holds its text`, { needs: 'state' }, async (context) => {
      await context.putFile(name, '# Title\r\n\ta (b) \\ c\n');
      const { status, headers, text } = await pdfOf(context, name);
      expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(textIn(text)).toBe('# Title\n    a (b) \\ c\n');
    });
  }

  rule(
    'has pages as many as it takes, and every object where the table says',
    { needs: 'state' },
    async (context) => {
      const lines = Array.from({ length: 120 }, (_, n) => `${n}`.padEnd(100, '-'));
      await context.putFile('a.csv', lines.join('\n'));
      const { text } = await pdfOf(context, 'a.csv');
      expect(textIn(text).replaceAll('\n', '')).toBe(lines.join(''));
      const pages = [...text.matchAll(/\/Type \/Page\b/g)];
      expect(pages.length).toBe(Math.ceil((120 * 2) / 52));
      const [, count] = /\/Count (\d+)/.exec(text)!;
      expect(Number(count)).toBe(pages.length);
      const offsets = [...text.matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset));
      for (const [index, offset] of offsets.entries()) {
        expect(text.slice(offset).startsWith(`${index + 1} 0 obj`)).toBe(true);
      }
    },
  );

  rule(
    'is refused rather than falsified where its letters have no shape',
    { needs: 'state' },
    async (context) => {
      await context.putFile('a.csv', '\u65e5\u672c');
      expect(outcome(await pdfOf(context, 'a.csv'))).toEqual([406, 'notSupported']);
    },
  );

  rule(
    'is a JPEG that fits the size asked for',
    { needs: 'state', options: { thumbnailer: createSharpThumbnailer() } },
    async (context) => {
      const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'red' } })
        .png()
        .toBuffer();
      await context.putFile('a.png', new Uint8Array(picture));
      const { headers } = await convert(context, 'a.png', 'format=jpg&width=90&height=90');
      const jpeg = await bytesOf(context.world, headers.get('location')!);
      expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 90, height: 60 });
    },
  );

  rule('as jpg needs both sides', { needs: 'state' }, async (context) => {
    await context.putFile('a.png', 'pretend');
    for (const sides of ['', '&width=90', '&width=0&height=90', '&width=x&height=90']) {
      expect(outcome(await convert(context, 'a.png', `format=jpg${sides}`))).toEqual([400, 'invalidRequest']);
    }
  });

  rule('is refused where no conversion is possible', async (context) => {
    await context.putFile('a.bin', 'abc');
    await context.putFile('a.csv', '1,2');
    for (const [name, format] of [
      ['a.bin', 'pdf'],
      ['a.bin', 'jpg'],
      ['a.csv', 'glb'],
      ['a.csv', 'none'],
    ] as const) {
      expect(outcome(await convert(context, name, `format=${format}&width=9&height=9`))).toEqual([
        406,
        'notSupported',
      ]);
    }
  });

  rule('is refused for a folder', async ({ graph, folder }) => {
    expect((await graph(`${folder.url}/content?format=pdf`)).status).toBe(400);
  });

  rule('comes for a quarter of an hour', { needs: 'clock' }, async (context) => {
    await context.putFile('a.csv', '1,2');
    const { headers } = await convert(context, 'a.csv', 'format=pdf');
    context.world.clock.now += 15 * 60_000 + 1;
    expect((await context.bytes(headers.get('location')!)).status).toBe(401);
  });
});
