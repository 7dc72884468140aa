/** How a picture is made smaller: `inside` keeps it whole, `cover` fills the box and crops. */
interface ThumbnailShape {
  readonly width: number;
  readonly height: number;
  readonly fit: 'inside' | 'cover';
  /** Whether the picture is turned as its camera says, or left as it was stored. */
  readonly upright: boolean;
}

/** What the emulator needs to draw: an image library in Node, a canvas in a page. */
export interface Thumbnailer {
  /** A small JPEG of the picture; rejects when the bytes are not a picture it knows. */
  shrink(picture: ReadableStream<Uint8Array>, shape: ThumbnailShape): Promise<Uint8Array<ArrayBuffer>>;
  /** Draws an SVG document as a photograph or as a drawing. */
  draw(svg: string, format: 'jpeg' | 'png'): Promise<Uint8Array<ArrayBuffer>>;
}
