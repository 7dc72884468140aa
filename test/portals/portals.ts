import { DEMO_DOMAIN } from '../../src/emulator/identity/demo-directory';

const EMULATOR_PORT = 9174;
const BYTES_PORT = 9175;
const PORTAL_PAGE_PORT = 9180;
const emulator = `http://localhost:${EMULATOR_PORT}`;
const portalPage = `http://localhost:${PORTAL_PAGE_PORT}/intranet/`;

/** One registration has both redirect URIs: the control's, and the one of the portal's own connector. */
const PORTAL_PAGE_APP = {
  clientId: '3b0f6f5e-52a5-4c46-9c02-7d1c9a0f4b11',
  name: 'Intranet',
  spa: [`${portalPage}oauth2callback.html`],
  web: [`${portalPage}oauth2/token/ms365-mycompany`],
  secret: 'connector-secret',
  permissions: ['User.Read', 'Files.ReadWrite'],
};

/** Where the portals of the examples listen during their tests, and how they are registered. */
export const PORTALS = {
  emulatorPort: EMULATOR_PORT,
  bytesPort: BYTES_PORT,
  emulator,
  portalPage: {
    url: `${portalPage}cases/7`,
    base: portalPage,
    app: PORTAL_PAGE_APP,
    environment: {
      PORT: String(PORTAL_PAGE_PORT),
      MICROSOFT_CLIENT_ID: PORTAL_PAGE_APP.clientId,
      MICROSOFT_CLIENT_SECRET: PORTAL_PAGE_APP.secret,
      MICROSOFT_AUTHORITY: `${emulator}/${DEMO_DOMAIN}`,
      MICROSOFT_GRAPH: `${emulator}/v1.0`,
      MICROSOFT_BYTES: `http://localhost:${BYTES_PORT}`,
      CONTROL_FILES: 'dist/element',
    },
  },
} as const;
