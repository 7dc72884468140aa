import { describe, expect } from 'vitest';
import sharp from 'sharp';
import { createSharpThumbnailer } from '../../src/emulator/store/sharp-thumbnailer';
import type { Json, Reply } from './graph-world';
import { bytesOf } from './support/bytes';
import { rule, type EmulatorRuleContext, type RuleContext } from './support/target';

const HOUR = 3_600_000;

describe('thumbnails', () => {
  const thumbnails = ({ graph, folder }: RuleContext, rest: string): Promise<Reply> =>
    graph(`${folder.at('a.jpg', 'thumbnails')}${rest}`);

  rule(
    'come as one set with three sizes, whose URLs need no token',
    { needs: 'fresh index' },
    async (context) => {
      await context.putFile('a.jpg', 'pretend');
      const { json } = await thumbnails(context, '');
      expect(json.value).toHaveLength(1);
      const set = json.value[0]!;
      expect(Object.keys(set)).toEqual(['id', 'small', 'medium', 'large']);
      const drawn = await context.bytes(set.small.url);
      expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    },
  );

  rule(
    'come one by one, in sizes of one’s own, and as content',
    { needs: 'fresh index' },
    async (context) => {
      await context.putFile('a.jpg', 'pretend');
      expect((await thumbnails(context, '/0/large')).json).toMatchObject({ width: 800, height: 800 });
      expect((await thumbnails(context, '?$select=c300x400_crop')).json.value[0]).toMatchObject({
        c300x400_crop: { width: 300, height: 400 },
      });
      expect((await thumbnails(context, '/0/smallSquare/content')).status).toBe(302);
    },
  );

  rule('are an empty list for what is no picture, and 404 or 400 for what is unknown', async (context) => {
    const { graph, folder, putFile } = context;
    await putFile('a.bin', 'no picture');
    await putFile('a.jpg', 'pretend');
    expect((await graph(folder.at('a.bin', 'thumbnails'))).json.value).toEqual([]);
    expect((await graph(folder.at('a.bin', 'thumbnails/0/large'))).status).toBe(404);
    expect((await thumbnails(context, '/1/large')).status).toBe(404);
    expect((await thumbnails(context, '/0/gigantic')).status).toBe(400);
  });

  rule('expire', { needs: 'clock' }, async (context) => {
    await context.putFile('a.jpg', 'pretend');
    const { json } = await thumbnails(context, '/0/large');
    context.world.clock.now += HOUR + 1;
    expect((await context.bytes(json.url)).status).toBe(401);
  });

  const blind = {
    shrink: () => Promise.reject(new Error('no picture')),
    draw: () => Promise.reject(new Error('none')),
  };
  const options = { thumbnailer: blind };
  rule(
    'are refused politely when the bytes are no picture after all',
    { needs: 'state', options },
    async (context) => {
      await context.putFile('a.jpg', 'pretend');
      const { json } = await thumbnails(context, '/0/large');
      expect((await context.bytes(json.url)).status).toBe(406);
    },
  );
});

/** A picture of three stripes: red, green, blue. */
async function stripes(width: number, height: number): Promise<Uint8Array> {
  const stripe = (x: number, fill: string): string =>
    `<rect x="${(x * width) / 3}" width="${width / 3 + 1}" height="${height}" fill="${fill}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${stripe(0, 'red')}${stripe(1, 'lime')}${stripe(2, 'blue')}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg().toBuffer());
}

describe('the pixels of a thumbnail', () => {
  const options = { thumbnailer: createSharpThumbnailer() };
  const needs = { needs: 'state', options } as const;

  const sizeOf = async ({ world }: EmulatorRuleContext, url: string): Promise<readonly unknown[]> => {
    const { format, width, height } = await sharp(await bytesOf(world, url)).metadata();
    return [format, width, height];
  };
  const select = async ({ graph, folder }: RuleContext, name: string): Promise<Json & Record<string, Json>> =>
    (await graph(`${folder.at('a.jpg', 'thumbnails')}?$select=${name}`)).json.value[0] as Json &
      Record<string, Json>;

  const sizes: readonly (readonly [string, number, number])[] = [
    ['small', 96, 48],
    ['medium', 176, 88],
    ['large', 800, 400],
    ['smallSquare', 96, 96],
    ['mediumSquare', 176, 176],
    ['largeSquare', 800, 800],
    ['source', 1200, 600],
    ['c300x400', 300, 150],
    ['c300x400_crop', 300, 400],
    ['c40x10', 20, 10],
  ];
  for (const [name, width, height] of sizes) {
    rule(`${name} of 1200 × 600 are ${width} × ${height}`, needs, async (context) => {
      await context.putFile('a.jpg', await stripes(1200, 600));
      const { url } = (await select(context, name))[name]!;
      expect(await sizeOf(context, url)).toEqual(['jpeg', width, height]);
    });
  }

  rule('are no more than the picture has', needs, async (context) => {
    await context.putFile('a.jpg', await stripes(60, 30));
    const { large, c90x90_crop: filled } = await select(context, 'large,c90x90_crop');
    expect(await sizeOf(context, large.url)).toEqual(['jpeg', 60, 30]);
    expect(await sizeOf(context, filled!.url)).toEqual(['jpeg', 90, 90]);
  });

  rule('of a crop are the middle of the picture', needs, async (context) => {
    await context.putFile('a.jpg', await stripes(900, 300));
    const { smallSquare } = await select(context, 'smallSquare');
    const { channels } = await sharp(await bytesOf(context.world, smallSquare!.url)).stats();
    const [red, green, blue] = channels.map(({ mean }) => Math.round(mean / 16));
    expect([red, green, blue]).toEqual([0, 16, 0]);
  });

  rule('come with an item and with children in the sizes asked for', needs, async (context) => {
    await context.putFile('a.jpg', await stripes(1200, 600));
    const expand = '$expand=thumbnails($select=c200x150_crop,large)';
    const { json } = await context.graph(`${context.folder.at('a.jpg')}?${expand}`);
    const list = (await context.graph(`${context.folder.url}/children?${expand}`)).json.value[0]!;
    for (const { thumbnails } of [json, list]) {
      const set = thumbnails[0] as Json & Record<string, Json>;
      expect(Object.keys(set).filter((name) => name !== 'id')).toEqual(['c200x150_crop', 'large']);
      expect(await sizeOf(context, set['c200x150_crop']!.url)).toEqual(['jpeg', 200, 150]);
    }
  });

  const turned = async (context: EmulatorRuleContext, query: string): Promise<readonly unknown[]> => {
    const picture = await sharp(await stripes(300, 150))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    await context.putFile('a.jpg', new Uint8Array(picture));
    const { json } = await context.graph(`${context.folder.at('a.jpg', 'thumbnails/0/small')}${query}`);
    return sizeOf(context, json.url);
  };

  rule('stand upright', needs, async (context) => {
    expect(await turned(context, '')).toEqual(['jpeg', 48, 96]);
  });

  rule(
    'lie as they were stored where that was asked for',
    { needs: 'state', options, on: 'personal' },
    async (context) => {
      expect(await turned(context, '?originalOrientation=true')).toEqual(['jpeg', 96, 48]);
    },
  );

  rule(
    'stand upright whatever was asked for',
    { needs: 'state', options, on: 'business' },
    async (context) => {
      expect(await turned(context, '?originalOrientation=true')).toEqual(['jpeg', 48, 96]);
    },
  );

  rule('come behind a redirect', needs, async (context) => {
    await context.putFile('a.jpg', await stripes(1200, 600));
    const { status, headers } = await context.graph(
      context.folder.at('a.jpg', 'thumbnails/0/medium/content'),
    );
    expect(status).toBe(302);
    expect(await sizeOf(context, headers.get('location')!)).toEqual(['jpeg', 176, 88]);
  });
});

describe('a thumbnail', () => {
  rule('is of no folder, and of no size beyond measure', async (context) => {
    const { graph, folder, putFile } = context;
    await putFile('a.jpg', 'pretend');
    expect((await graph(`${folder.url}/thumbnails`)).json.value).toEqual([]);
    for (const size of ['c0x10', 'c10x0', 'c99999x10', 'c10', 'Small square']) {
      const { status } = await graph(
        `${folder.at('a.jpg', 'thumbnails')}?$select=${encodeURIComponent(size)}`,
      );
      expect([size, status]).toEqual([size, 400]);
    }
  });

  rule(
    'is not put in place of the one that was made',
    { needs: 'state' },
    async ({ graph, folder, putFile }) => {
      await putFile('a.jpg', 'pretend');
      const address = folder.at('a.jpg', 'thumbnails/0/source/content');
      expect((await graph(address, { method: 'PUT', body: 'picture' })).status).toBe(405);
    },
  );
});
