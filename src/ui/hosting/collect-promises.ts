/** What a host answers with while it is told of something. */
interface PromiseCollection {
  readonly promises: readonly PromiseLike<unknown>[];
  readonly respondWith: (promise: PromiseLike<unknown>) => void;
  /** From now on answers come too late, and the host is told so. */
  readonly close: () => void;
}

export function collectPromises(): PromiseCollection {
  const promises: PromiseLike<unknown>[] = [];
  let isOver = false;
  return {
    promises,
    respondWith: (promise) => {
      if (isOver) throw new TypeError('respondWith() comes too late: call it while the event is told.');
      promises.push(promise);
    },
    close: () => {
      isOver = true;
    },
  };
}
