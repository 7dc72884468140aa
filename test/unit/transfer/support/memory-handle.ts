/** A file of the user's choice, as the browser's file system gives it: what is written is there when it is closed. */
export interface MemoryHandle extends FileSystemFileHandle {
  /** What stands in the file; undefined once it was removed. */
  content: Uint8Array<ArrayBuffer> | undefined;
  /** Bytes for which there is room. */
  room: number;
  /** Every write takes so long. */
  onWrite: (bytes: number) => Promise<void>;
  readonly ends: ('closed' | 'aborted')[];
  readonly isOpen: () => boolean;
}

/** @param keeps whether the bytes are wanted, and not only their number */
export function memoryHandle(name: string, keeps = true): MemoryHandle {
  let open = 0;
  const handle: MemoryHandle = Object.assign({} as FileSystemFileHandle, {
    name,
    content: new Uint8Array(),
    room: Number.POSITIVE_INFINITY,
    onWrite: async () => undefined,
    ends: [] as ('closed' | 'aborted')[],
    isOpen: () => open > 0,
    getFile: async () => new File([handle.content ?? new Uint8Array()], name),
    remove: async () => {
      handle.content = undefined;
    },
    createWritable: async () => {
      let parts: Uint8Array<ArrayBuffer>[] = [];
      let size = 0;
      let isBroken = false;
      open += 1;
      const end = (how: 'closed' | 'aborted') => {
        open -= 1;
        handle.ends.push(how);
      };
      return {
        write: async (data: Blob) => {
          if (isBroken) throw new TypeError('The stream has ended.');
          await handle.onWrite(data.size);
          size += data.size;
          if (size > handle.room) {
            isBroken = true;
            throw new DOMException('', 'QuotaExceededError');
          }
          if (keeps) parts.push(new Uint8Array(await data.arrayBuffer()));
        },
        seek: async () => undefined,
        truncate: async () => {
          parts = [];
          size = 0;
        },
        close: async () => {
          handle.content = new Uint8Array(await new Blob(parts).arrayBuffer());
          end('closed');
        },
        abort: async () => {
          end('aborted');
        },
      } as unknown as FileSystemWritableFileStream;
    },
  });
  return handle;
}
