import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** A client that has not closed its side by then is cut off. */
const PATIENCE = 500;

/**
 * Follows which connections of the server carry no request.
 * @returns Ends those, and resolves when their clients know it: none of them sends its next request there.
 */
export function followIdleConnections(server: Server, secure: boolean): () => Promise<void> {
  const idle = new Set<Socket>();
  const rest = (socket: Socket): void => {
    if (!socket.destroyed) idle.add(socket);
  };
  server.on(secure ? 'secureConnection' : 'connection', (socket: Socket) => {
    rest(socket);
    socket.once('close', () => idle.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    idle.delete(socket);
    response.once('close', () => rest(socket));
  });
  return async () => {
    await Promise.all([...idle].map(endConnection));
  };
}

function endConnection(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => socket.destroy(), PATIENCE);
    socket.once('close', () => {
      clearTimeout(impatient);
      resolve();
    });
    socket.end();
  });
}
