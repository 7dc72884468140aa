import { createQuickXorHash } from '../../../lib';
import { createSha1, type ContentFile, type ContentStore, type Sha1 } from '../../store';
import { GraphError, invalidRequest } from '../protocol/graph-error';

type QuickXorHash = ReturnType<typeof createQuickXorHash>;

interface Hashes {
  readonly quickXorHash: string;
  /** Personal drives only. */
  readonly sha1Hash?: string;
}

/** The bytes of a file, wherever they come from. */
export interface Content {
  readonly size: number;
  readonly hashes: Hashes;
  /** @throws GraphError 501 where the bytes were not kept. */
  open(start: number, end: number): ReadableStream<Uint8Array>;
  /** The same bytes for another file; they go when the last of both is disposed of. */
  share(): Content;
  /** Nothing to wait for where nothing is kept. */
  dispose(): Promise<void> | undefined;
}

/** Bytes made anew whenever they are wanted; only size and hash are remembered. */
export function generatedContent(make: () => Uint8Array, withSha1: boolean, size?: number): Content {
  return new GeneratedContent(make, withSha1, size);
}

// A class, because large folders hold a hundred thousand of them: methods on the prototype cost nothing.
class GeneratedContent implements Content {
  readonly #make: () => Uint8Array;
  readonly #withSha1: boolean;
  #size: number | undefined;
  #hashes: Hashes | undefined;

  constructor(make: () => Uint8Array, withSha1: boolean, size: number | undefined) {
    this.#make = make;
    this.#withSha1 = withSha1;
    this.#size = size;
  }

  get size(): number {
    this.#size ??= this.#make().length;
    return this.#size;
  }

  get hashes(): Hashes {
    this.#hashes ??= hashOf(this.#make(), this.#withSha1);
    return this.#hashes;
  }

  open(start: number, end: number): ReadableStream<Uint8Array> {
    const make = this.#make;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        const bytes = make().subarray(start, end);
        if (bytes.length > 0) controller.enqueue(bytes);
        controller.close();
      },
    });
  }

  share(): Content {
    return this;
  }

  dispose(): undefined {
    return undefined;
  }
}

function hashOf(bytes: Uint8Array, withSha1: boolean): Hashes {
  const hash = createQuickXorHash();
  hash.update(bytes);
  if (!withSha1) return { quickXorHash: hash.digest() };
  const sha1 = createSha1();
  sha1.update(bytes);
  return { quickXorHash: hash.digest(), sha1Hash: sha1.digest() };
}

/** Content on its way in. */
export interface Intake {
  readonly received: number;
  /**
   * Takes a whole body or nothing: when it is cut, too long or too short, everything is as before.
   * `exact` is the length it must have; `limit` what it may have at most.
   */
  take(body: ReadableStream<Uint8Array> | null, rule: { exact: number | null; limit: number }): Promise<void>;
  finish(): Promise<Content>;
  discard(): Promise<void>;
}

export function createIntake(store: ContentStore, withSha1: boolean): Intake {
  const file = store.create();
  // Not the file's size: that grows while a body is still on its way.
  let received = 0;
  let quick = createQuickXorHash();
  let sha1 = withSha1 ? createSha1() : undefined;

  return {
    get received() {
      return received;
    },
    async take(body, { exact, limit }) {
      const nextQuick = quick.copy();
      const nextSha1 = sha1?.copy();
      try {
        const count = await pour(body, file, nextQuick, nextSha1, exact ?? limit);
        if (count > (exact ?? limit)) throw exact === null ? tooLong() : lengthMismatch();
        if (exact !== null && count !== exact) throw lengthMismatch();
      } catch (error) {
        await file.truncate(received);
        throw error;
      }
      quick = nextQuick;
      sha1 = nextSha1;
      received = file.size;
    },
    async finish() {
      await file.seal();
      return storedContent(file, quick.digest(), sha1?.copy().digest());
    },
    discard: () => file.remove(),
  };
}

async function pour(
  body: ReadableStream<Uint8Array> | null,
  file: ContentFile,
  quick: QuickXorHash,
  sha1: Sha1 | undefined,
  most: number,
): Promise<number> {
  if (body === null) return 0;
  let count = 0;
  for await (const chunk of bodyChunks(body)) {
    count += chunk.length;
    if (count > most) return count;
    quick.update(chunk);
    sha1?.update(chunk);
    await file.append(chunk);
  }
  return count;
}

/** A connection cut while sending is the sender's error, not ours. */
async function* bodyChunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch {
    throw invalidRequest('The request body ended early.', 'fragmentLengthMismatch');
  }
}

function storedContent(file: ContentFile, quickXorHash: string, sha1Hash: string | undefined): Content {
  let owners = 1;
  const content: Content = {
    size: file.size,
    hashes: sha1Hash === undefined ? { quickXorHash } : { quickXorHash, sha1Hash },
    open(start, end) {
      if (!file.kept) throw notKept();
      return file.read(start, end);
    },
    share() {
      owners += 1;
      return content;
    },
    async dispose() {
      owners -= 1;
      if (owners === 0) await file.remove();
    },
  };
  return content;
}

function notKept(): GraphError {
  return new GraphError(
    501,
    'notSupported',
    'The emulator was told (--keep-bytes-below) to keep only the size and the hashes of a file of this size.',
  );
}

function lengthMismatch(): GraphError {
  return invalidRequest(
    'The number of bytes sent does not match the declared length.',
    'fragmentLengthMismatch',
  );
}

function tooLong(): GraphError {
  return new GraphError(413, 'maxRequestLengthExceeded', 'The request is longer than allowed.');
}
