import { join } from 'node:path';

/** What the administrator of the portal enters. */
export function readSettings(environment) {
  const port = Number(environment.PORT ?? 8080);
  const base = environment.PORTAL_URL ?? `http://localhost:${port}/intranet/`;
  const authority = environment.MICROSOFT_AUTHORITY ?? 'https://login.microsoftonline.com/YOUR-TENANT';
  const graph = environment.MICROSOFT_GRAPH ?? 'https://graph.microsoft.com/v1.0';
  return {
    port,
    base,
    basePath: new URL(base).pathname,
    clientId: environment.MICROSOFT_CLIENT_ID ?? 'YOUR-CLIENT-ID',
    // Of the connector alone. The control has no secret, and no page ever sees this one.
    clientSecret: environment.MICROSOFT_CLIENT_SECRET ?? '',
    authority,
    graph,
    connectorPath: 'oauth2/token/ms365-mycompany',
    // dist/element: the script, its chunks and oauth2callback.html.
    controlFiles: environment.CONTROL_FILES ?? join(import.meta.dirname, 'onedrive'),
    hosts: {
      login: new URL(authority).origin,
      graph: new URL(graph).origin,
      bytes: environment.MICROSOFT_BYTES ?? 'https://*.sharepoint.com https://*.svc.ms',
    },
  };
}
