// `npm run preview`: the production build of the sources as they are now, under its real headers, with the emulator.
import { preview } from 'vite';
import { buildApp } from './build/app.mjs';
import { claimPort, readPort } from './claim-port.mjs';

// First, so that nobody waits for a build that can't be served.
readPort('EMULATOR_PORT', 5174);
readPort('BYTES_PORT', 5175);
await claimPort(readPort('PORT', 5173), 'PORT');

console.log('Building the app …');
await buildApp();
const server = await preview();
server.printUrls();
