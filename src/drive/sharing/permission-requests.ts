import {
  itemPath,
  pages,
  parsePermission,
  parsePerson,
  parseRefusedInvitations,
  type Graph,
  type ItemReference,
  type Party,
  type Permission,
  type RefusedInvitation,
} from '../../graph';
import { toOneDriveError } from '../../lib';
import type { LinkWish } from './link-terms';
import type { InviteWish } from './sharing';
import type { ChangedRole } from './sharing-state';

/** The calls on one item (protocol 6.3). All reject with OneDriveError. */
export interface PermissionRequests {
  list(signal?: AbortSignal): Promise<readonly Permission[]>;
  createLink(wish: LinkWish, signal: AbortSignal): Promise<Permission>;
  /** Tells who was not let in. */
  invite(wish: InviteWish, signal: AbortSignal): Promise<readonly RefusedInvitation[]>;
  setRole(id: string, role: ChangedRole, eTag: string | undefined): Promise<Permission>;
  /** What is gone already is revoked. */
  revoke(id: string, eTag: string | undefined): Promise<void>;
  people(signal: AbortSignal): Promise<readonly Party[]>;
}

export function createPermissionRequests(graph: Graph, item: ItemReference): PermissionRequests {
  const path = itemPath(item);
  const one = (id: string) => `${path}/permissions/${encodeURIComponent(id)}`;
  const guard = (eTag: string | undefined) => (eTag ? { 'If-Match': eTag } : {});
  return {
    list: async (signal) => {
      const all: Permission[] = [];
      const request = { path: `${path}/permissions`, access: 'read', signal } as const;
      for await (const page of pages(graph, request, parsePermission)) all.push(...page);
      return all;
    },
    // The service answers with the link that is there already: twice has the effect of once.
    createLink: (wish, signal) =>
      graph.post(
        { path: `${path}/createLink`, body: linkBody(wish), access: 'write', repeat: 'always', signal },
        parsePermission,
      ),
    invite: (wish, signal) =>
      graph.post(
        { path: `${path}/invite`, body: inviteBody(wish), access: 'write', signal },
        parseRefusedInvitations,
      ),
    setRole: (id, role, eTag) =>
      graph.patch(
        { path: one(id), body: { roles: [role] }, headers: guard(eTag), access: 'write', repeat: 'always' },
        parsePermission,
      ),
    revoke: async (id, eTag) => {
      try {
        await graph.delete({ path: one(id), headers: guard(eTag), access: 'write' });
      } catch (cause) {
        if (toOneDriveError(cause).code !== 'not-found') throw cause;
      }
    },
    people: async (signal) => {
      const query = { $top: '50', $select: 'displayName,scoredEmailAddresses,userPrincipalName' };
      const found: Party[] = [];
      for await (const page of pages(
        graph,
        { path: '/me/people', query, access: 'read', signal },
        parsePerson,
      )) {
        found.push(...page);
        // The most relevant come first.
        break;
      }
      return found;
    },
  };
}

function linkBody({ type, scope, expires, password, blocksDownload }: LinkWish): object {
  return {
    type: type === 'view' && blocksDownload ? 'blocksDownload' : type,
    scope,
    ...(expires && { expirationDateTime: expires }),
    ...(password && { password }),
  };
}

function inviteBody(wish: InviteWish): object {
  const { emails, role, message, requiresSignIn, notifies, expires } = wish;
  return {
    recipients: emails.map((email) => ({ email })),
    roles: [role],
    requireSignIn: requiresSignIn,
    sendInvitation: notifies,
    ...(message && notifies && { message }),
    ...(expires && { expirationDateTime: expires }),
  };
}
