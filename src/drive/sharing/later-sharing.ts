import type { Sharing } from './sharing';

/** Sharing, whose code comes with the first item that is shared. @param start fetches it, and begins */
export function createLaterSharing(start: () => Promise<Sharing>): () => Promise<Sharing> {
  let coming: Promise<Sharing> | undefined;
  const load = () =>
    start().catch((cause: unknown) => {
      coming = undefined;
      throw cause;
    });
  return () => (coming ??= load());
}
