import type { Thumbnailer } from './thumbnailer';

/** Thumbnails by sharp, which is loaded at the first picture. Node only. */
export function createSharpThumbnailer(): Thumbnailer {
  return {
    async shrink(picture, { width, height, fit, upright }) {
      const sharp = await loadSharp();
      const stored = sharp({ failOn: 'none' });
      const shrinking = (upright ? stored.rotate() : stored)
        .resize(width, height, { fit, withoutEnlargement: fit === 'inside' })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 82 });
      const done = shrinking.toBuffer();
      // The writing below may fail first; the rejection is still reported by the await.
      done.catch(() => {});
      for await (const chunk of picture) shrinking.write(chunk);
      shrinking.end();
      return new Uint8Array(await done);
    },
    async draw(svg, format) {
      const sharp = await loadSharp();
      const drawing = sharp(new TextEncoder().encode(svg));
      const bytes = format === 'jpeg' ? drawing.jpeg({ quality: 86 }) : drawing.png({ compressionLevel: 6 });
      return new Uint8Array(await bytes.toBuffer());
    },
  };
}

/** Who installs the package for a page needs no image library: it is not installed along with it. */
async function loadSharp() {
  try {
    return (await import('sharp')).default;
  } catch (cause) {
    throw new Error('The emulator draws its pictures with sharp: npm install --save-dev sharp', { cause });
  }
}
