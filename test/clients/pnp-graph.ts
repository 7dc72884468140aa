import type { DriveClient, Workplace } from './drive-client';
import { createNpmClient } from './npm-client';

/** PnPjs, the SharePoint community's client of Graph; it leaves the sign-in to its host. */
export function createPnpGraph({ service }: Workplace, installed: string): DriveClient {
  return createNpmClient({ name: '@pnp/graph', installed }, (account) => service.token(account));
}
