import type { Thumbnailer } from '../../src/emulator/store';

/** Draws with the browser's own decoders, on a canvas that nobody sees. */
export function createCanvasThumbnailer(): Thumbnailer {
  return {
    async shrink(picture, { width, height, fit }) {
      const image = await decode(await new Response(picture).blob());
      const [across, down] = [width / image.naturalWidth, height / image.naturalHeight];
      if (fit === 'cover') return paint(image, { width, height }, Math.max(across, down), 'jpeg', 0.82);
      const scale = Math.min(1, across, down);
      const size = {
        width: Math.max(1, Math.round(image.naturalWidth * scale)),
        height: Math.max(1, Math.round(image.naturalHeight * scale)),
      };
      return paint(image, size, scale, 'jpeg', 0.82);
    },
    async draw(svg, format) {
      const image = await decode(new Blob([svg], { type: 'image/svg+xml' }));
      const size = { width: image.naturalWidth, height: image.naturalHeight };
      return paint(image, size, 1, format, 0.86);
    },
  };
}

async function decode(blob: Blob): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  try {
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** In the middle, on white: a JPEG has no transparency. */
async function paint(
  image: HTMLImageElement,
  { width, height }: { readonly width: number; readonly height: number },
  scale: number,
  format: 'jpeg' | 'png',
  quality: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws no pictures.');
  if (format === 'jpeg') {
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
  }
  const [across, down] = [image.naturalWidth * scale, image.naturalHeight * scale];
  context.drawImage(image, (width - across) / 2, (height - down) / 2, across, down);
  const blob = await canvas.convertToBlob({ type: `image/${format}`, quality });
  return new Uint8Array(await blob.arrayBuffer());
}
