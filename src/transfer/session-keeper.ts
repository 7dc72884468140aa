import type { ExpectedRange, UploadSession } from '../graph';
import type { SecretUrl } from '../lib';

/** An upload session at the service, which keeps bytes and name until it ends. */
export interface OpenSession {
  readonly uploadUrl: SecretUrl;
  /** What its file is to be called. */
  readonly name: string;
  /** What it lacked when it was made; absent as soon as something may have been sent: then the service is asked. */
  readonly nextExpectedRanges?: readonly ExpectedRange[];
  /** All bytes are there, and only the name was taken: it can be finished under another one. */
  readonly isComplete?: boolean;
}

/**
 * The one session of a file, over all runs of its transfer: what has arrived is not sent again after a pause or a
 * retry. Nothing else opens or ends one, so that none is left behind.
 */
export interface SessionKeeper {
  get(): OpenSession | undefined;
  /** The one of this name: kept, on its way, or made now; one of another name is ended. Rejects as `create` does. */
  take(name: string, create: () => Promise<UploadSession>): Promise<OpenSession>;
  /** What is known of it by now; of one that has ended, nothing. */
  readonly update: (session: OpenSession) => void;
  /** It has ended by itself: the file is there. */
  forget(): void;
  /** Ends it at the service. */
  close(): void;
  /** Nobody wants the file any more; what is on its way is ended when it comes. */
  readonly release: () => void;
  /** Somebody wants it again. */
  readonly begin: () => void;
}

interface Memory {
  /** The one that an earlier page has left. */
  readonly session: OpenSession | undefined;
  /** Resolves as soon as it is kept for a later page. */
  opened(session: OpenSession): Promise<void>;
  finished(): void;
}

/** @param end deletes a session at the service, in the background */
export function createSessionKeeper(end: (uploadUrl: SecretUrl) => void, memory: Memory): SessionKeeper {
  let open = memory.session;
  let coming: { readonly name: string; readonly session: Promise<OpenSession> } | undefined;
  let isWanted = true;

  const close = () => {
    if (open) end(open.uploadUrl);
    open = undefined;
  };
  const make = async (name: string, create: () => Promise<UploadSession>) => {
    const made = { ...(await create()), name };
    if (!isWanted || open) {
      end(made.uploadUrl);
      return made;
    }
    open = made;
    // Before its first byte: a page that ends now leaves nothing that nobody knows of.
    await memory.opened(made);
    return made;
  };
  return {
    get: () => open,
    take: async (name, create) => {
      if (open && open.name !== name) close();
      if (open) return open;
      if (coming?.name === name) return coming.session;
      const session = make(name, create);
      const mine = { name, session };
      coming = mine;
      const arrived = () => {
        if (coming === mine) coming = undefined;
      };
      session.then(arrived, arrived);
      return session;
    },
    update: (session) => {
      if (open?.uploadUrl !== session.uploadUrl) return;
      if (session.isComplete) void memory.opened(session);
      open = session;
    },
    forget: () => {
      open = undefined;
      memory.finished();
    },
    close,
    release: () => {
      isWanted = false;
      close();
    },
    begin: () => {
      isWanted = true;
    },
  };
}
