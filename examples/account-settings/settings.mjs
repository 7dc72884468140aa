import { join } from 'node:path';

/** What the operator says, by environment variables. A restart reads them anew. */
export function readSettings(environment = process.env) {
  const port = Number(environment.PORT ?? 8080);
  const portal = (environment.PORTAL_URL ?? `http://localhost:${port}`).replace(/\/+$/, '');
  return {
    port,
    portal,
    clientId: needed(environment, 'MICROSOFT_CLIENT_ID'),
    secret: needed(environment, 'MICROSOFT_CLIENT_SECRET'),
    authority: environment.MICROSOFT_AUTHORITY ?? 'https://login.microsoftonline.com/organizations',
    // Only where Graph is not that of the authority's cloud: the emulator, a gateway.
    graph: environment.MICROSOFT_GRAPH,
    scopes: (environment.MICROSOFT_SCOPES ?? 'User.Read Files.ReadWrite').split(' '),
    // Exactly as it is registered, to the slash at its end.
    callback: `${portal}/auth/oauth2/microsoft/callback/`,
    // dist/element of the package: the script, its chunks and oauth2callback.html.
    controlFiles:
      environment.CONTROL_FILES ?? join(import.meta.dirname, 'node_modules/onedrive-control/dist/element'),
  };
}

function needed(environment, name) {
  const value = environment[name] ?? '';
  if (value === '')
    throw new Error(`${name} is missing: copy it from the app registration, then start again.`);
  if (value !== value.trim())
    throw new Error(`${name} has spaces or line breaks around it: copy it without them.`);
  return value;
}
