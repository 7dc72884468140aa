// Vite tells of a wrong or taken port with a stack trace; people need one sentence and what to do.
import { createServer } from 'node:net';

const claimed = Symbol.for('onedrive-control.claimed-port');

/** Reads a port from the environment; ends the process with a sentence where it is none. */
export function readPort(variable, fallback) {
  const text = process.env[variable];
  if (text === undefined || text === '') return fallback;
  if (/^\d+$/.test(text) && Number(text) <= 65_535) return Number(text);
  console.error(`${variable} is “${text}”: give a port number from 0 to 65535.`);
  process.exit(1);
}

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
