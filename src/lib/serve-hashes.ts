import { createQuickXorHash } from './quick-xor-hash';
import { readPieces } from './read-pieces';

/** What a page gives to the thread: the file itself, no copy of its bytes, and where it will ask. */
export interface HashErrand {
  readonly file: File;
  /** Takes byte offsets, and answers with a {@link HashAnswer} for each. */
  readonly port: MessagePort;
}

/** The hash of all bytes up to the offset; undefined where the file can't be read any more. */
export type HashAnswer = { readonly hash: string | undefined };

/** The work of a thread of its own: hashes of files, as far as the page asks for them. */
export function serveHashes({ file, port }: HashErrand): void {
  const hash = createQuickXorHash();
  let hashed = 0;
  const hashTo = async (end: number): Promise<HashAnswer> => {
    if (hashed < end)
      await readPieces(file.slice(hashed, end), (bytes) => {
        hash.update(bytes);
        hashed += bytes.length;
      });
    return { hash: hashed < end ? undefined : hash.digest() };
  };
  let last: Promise<unknown> = Promise.resolve();
  port.addEventListener('message', ({ data }: MessageEvent<number>) => {
    last = last
      .then(() => hashTo(data))
      .catch((): HashAnswer => ({ hash: undefined }))
      .then((answer) => port.postMessage(answer));
  });
  port.start();
}
