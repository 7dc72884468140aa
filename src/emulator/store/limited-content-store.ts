import type { ContentFile, ContentStore } from './content-store';

/** Keeps the bytes of what is smaller than `limit` in another store, and of the rest only the size. */
export function createLimitedContentStore(store: ContentStore, limit: number): ContentStore {
  return {
    create: () => limitedFile(store.create(), limit),
    close: () => store.close(),
  };
}

/** While it grows its first `limit` bytes are held: it may yet be shortened. */
function limitedFile(beginning: ContentFile, limit: number): ContentFile {
  let size = 0;
  return {
    get size() {
      return size;
    },
    get kept() {
      return size < limit;
    },
    async append(bytes) {
      const room = limit - beginning.size;
      if (room > 0) await beginning.append(bytes.subarray(0, room));
      size += bytes.length;
    },
    async truncate(to) {
      if (to < beginning.size) await beginning.truncate(to);
      size = to;
    },
    async seal() {
      await (size < limit ? beginning.seal() : beginning.remove());
    },
    read: (start, end) => beginning.read(start, end),
    remove: () => beginning.remove(),
  };
}
