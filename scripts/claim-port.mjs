// Vite tells of a taken port with a stack trace; people need one sentence and what to do.
import { createServer } from 'node:net';

const claimed = Symbol.for('onedrive-control.claimed-port');

/** Ends the process with a sentence where the port is taken. Asks once: a restarting server holds it itself. */
export async function claimPort(port, variable) {
  if (globalThis[claimed]) return;
  globalThis[claimed] = true;
  const taken = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code === 'EADDRINUSE'));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(false)));
  });
  if (!taken) return;
  console.error(`Port ${port} is in use: stop the program that uses it, or set ${variable} to another port.`);
  process.exit(1);
}
