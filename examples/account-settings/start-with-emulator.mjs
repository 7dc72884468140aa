// `npm start`: the portal with an emulator beside it, both registrations made. `npm run serve` is for a real one.
import { startEmulator } from 'onedrive-control/emulator';

const portal = `http://localhost:${process.env.PORT ?? 8080}`;
const clientId = '33333333-3333-4333-8333-333333333333';
const secret = 'a-secret-of-the-emulator';

const emulator = await startEmulator({ port: 0, bytesPort: 0 });
await fetch(`${emulator.loginOrigin}/_emulator/apps`, {
  method: 'POST',
  body: JSON.stringify({
    clientId,
    name: 'Document portal',
    // One registration, two platforms: the control's own sign-in, and the server's.
    spa: [`${portal}/onedrive/oauth2callback.html`],
    web: [`${portal}/auth/oauth2/microsoft/callback/`],
    secret,
  }),
});
Object.assign(process.env, {
  MICROSOFT_CLIENT_ID: clientId,
  MICROSOFT_CLIENT_SECRET: secret,
  MICROSOFT_AUTHORITY: `${emulator.loginOrigin}/common`,
  MICROSOFT_GRAPH: `${emulator.loginOrigin}/v1.0`,
});
await import('./server.mjs');
