import { DEMO_DOMAIN } from '../../src/emulator/identity/demo-directory';

const EMULATOR_PORT = 9174;
const BYTES_PORT = 9175;
const PORTAL_PAGE_PORT = 9180;
const ACCOUNT_SETTINGS_PORT = 9181;
const emulator = `http://localhost:${EMULATOR_PORT}`;
const accountSettings = `http://localhost:${ACCOUNT_SETTINGS_PORT}`;
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

/** One registration for both: the control's own sign-in, and the server that keeps the tokens. */
const ACCOUNT_SETTINGS_APP = {
  clientId: '5d0c7c1e-8f0b-4b5c-9d55-2f6f1f4c7a22',
  name: 'Document portal',
  spa: [`${accountSettings}/onedrive/oauth2callback.html`],
  web: [`${accountSettings}/auth/oauth2/microsoft/callback/`],
  secret: 'secret-of-the-server',
  permissions: ['User.Read', 'Files.ReadWrite', 'offline_access'],
};

/** Where the portals of the examples listen during their tests, and how they are registered. */
export const PORTALS = {
  emulatorPort: EMULATOR_PORT,
  bytesPort: BYTES_PORT,
  emulator,
  accountSettings: {
    url: accountSettings,
    app: ACCOUNT_SETTINGS_APP,
    environment: {
      PORT: String(ACCOUNT_SETTINGS_PORT),
      MICROSOFT_CLIENT_ID: ACCOUNT_SETTINGS_APP.clientId,
      MICROSOFT_CLIENT_SECRET: ACCOUNT_SETTINGS_APP.secret,
      MICROSOFT_AUTHORITY: `${emulator}/common`,
      MICROSOFT_GRAPH: `${emulator}/v1.0`,
      CONTROL_FILES: 'dist/element',
    },
  },
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
