import { connect, createServer, type Socket } from 'node:net';
import type { Network } from './networks';

/** A way to another port of this computer that is as far and as narrow as a network. */
export interface SlowLink {
  readonly port: number;
  close(): Promise<void>;
}

/** Milliseconds of bytes that may stand before the narrow part: a real one has a buffer, too. */
const BUFFER = 50;

/** One narrow part for all connections, as of one household. */
export function createLine({ megabitsPerSecond }: Network) {
  const bytesPerMillisecond = (megabitsPerSecond ?? Number.POSITIVE_INFINITY) * 125;
  let freeAt = 0;
  return (bytes: number): number => {
    freeAt = Math.max(freeAt, performance.now()) + bytes / bytesPerMillisecond;
    return freeAt;
  };
}

/**
 * Bytes pass it after half a round trip each way, and upwards not faster than the line. A connection costs a round trip
 * before its first byte. TCP itself has nothing to wait for: no slow start, no loss.
 */
export async function startSlowLink(
  to: number,
  { roundTrip }: Network,
  line: (bytes: number) => number,
): Promise<SlowLink> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: to, host: 'localhost', noDelay: true });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    }
    const opened = performance.now() + roundTrip;
    carry(near, far, (bytes) => Math.max(opened, line(bytes)), roundTrip / 2);
    carry(far, near, () => performance.now(), roundTrip / 2);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The slow link does not listen.');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** @param leaves when the last of so many bytes has passed the line */
function carry(from: Socket, to: Socket, leaves: (bytes: number) => number, delay: number): void {
  const queue: { readonly at: number; readonly bytes: Buffer | undefined }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timer = undefined;
    for (let next = queue[0]; next; next = queue[0]) {
      const rest = next.at - performance.now();
      if (rest > 0.5) {
        timer = setTimeout(flush, rest);
        return;
      }
      queue.shift();
      if (next.bytes) to.write(next.bytes);
      else to.end();
    }
  };
  const add = (at: number, bytes: Buffer | undefined): void => {
    queue.push({ at, bytes });
    if (timer === undefined) flush();
  };
  from.on('data', (bytes) => {
    const left = leaves(bytes.length);
    add(left + delay, bytes);
    const ahead = left - performance.now();
    if (ahead <= BUFFER) return;
    from.pause();
    setTimeout(() => from.resume(), ahead - BUFFER / 2);
  });
  from.on('end', () => add(performance.now() + delay, undefined));
  from.on('close', () => queue.length === 0 && to.destroy());
}
