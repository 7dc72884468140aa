import type { AccessTokenProvider, Identify } from '../auth';
import { createGraph, parseDriveOwner, parseUser, type Graph } from '../graph';
import { isCancelled, toOneDriveError } from '../lib';
import type { PageShare } from './page-share';

/** Asks Graph whose tokens the host gives: a token that opens files may not open the profile. */
export function createIdentify(graphRoot: string, { environment, gate }: PageShare): Identify {
  return async (accessTokens: AccessTokenProvider, signal) => {
    const graph = createGraph({ root: graphRoot, accessTokens, environment, gate });
    try {
      return await askProfile(graph, signal);
    } catch (reason) {
      if (isCancelled(reason) || toOneDriveError(reason).code === 'sign-in-needed') throw reason;
      return askDrive(graph, signal);
    }
  };
}

function askProfile(graph: Graph, signal: AbortSignal | undefined) {
  const query = { $select: 'id,displayName,userPrincipalName' };
  return graph.get({ path: '/me', query, access: 'read', signal }, (json) => toAccount(parseUser(json)));
}

function askDrive(graph: Graph, signal: AbortSignal | undefined) {
  const query = { $select: 'id,owner' };
  return graph.get({ path: '/me/drive', query, access: 'read', signal }, (json) =>
    toAccount(parseDriveOwner(json)),
  );
}

function toAccount({ id, displayName, userPrincipalName }: ReturnType<typeof parseUser>) {
  const username = userPrincipalName ?? '';
  return { id, name: displayName ?? username, username, tenantId: '' };
}
