import type { UploadSource } from '../../transfer';
import { toFile } from '../named-blobs';

/** What browsers call a picture that was never a file: a screenshot, or one copied out of a page. */
const NAMELESS = /^image\.(\w+)$/i;

/** `2026-11-22 17.20.33`: a name may hold no colon. The Swedes write the time as everybody can sort it. */
const TIME = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });

/** Pasted pictures are called by the moment they were pasted: a second one is no second `image.png`. */
export function namePictures(
  sources: readonly UploadSource[],
  nameOf: (time: string) => string,
): readonly UploadSource[] {
  return sources.map((source) => {
    if (source.kind !== 'file' || !source.file.type.startsWith('image/')) return source;
    const extension = NAMELESS.exec(source.file.name)?.[1];
    if (extension === undefined) return source;
    const time = TIME.format(source.file.lastModified).replaceAll(':', '.');
    return { ...source, file: toFile(source.file, `${nameOf(time)}.${extension}`) };
  });
}
