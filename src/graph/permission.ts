import * as v from 'valibot';
import { createSecretUrl, isSecureAddress, type SecretUrl } from '../lib';

/** Somebody who has access: a person, a group, a guest of whom only the address is known. */
export interface Party {
  readonly name: string;
  /** An address, where one is told. */
  readonly email?: string | undefined;
  readonly isGroup?: boolean | undefined;
}

/** What a permission lets somebody do; `other`: a role of SharePoint's own. */
type PermissionRole = 'read' | 'write' | 'owner' | 'other';

export interface SharingLink {
  /** As the service made it: `view`, `edit`, `review`, `embed`, `blocksDownload`, … */
  readonly type: string;
  readonly scope: 'anonymous' | 'organization' | 'users' | undefined;
  /** Whoever reads it may use it. */
  readonly address: SecretUrl | undefined;
  readonly preventsDownload: boolean;
}

/** One way by which an item can be reached. Source: microsoft-graph-docs, resources/permission. */
export interface Permission {
  readonly id: string;
  readonly role: PermissionRole;
  /** Absent where it is somebody's own. */
  readonly link?: SharingLink | undefined;
  /** Whose it is; of a link, those who have used it or whom it is for. */
  readonly people: readonly Party[];
  /** Given to a folder above, which it names where the service tells: it can be changed only there. */
  readonly inheritedFrom?: { readonly name: string | undefined } | undefined;
  readonly hasPassword: boolean;
  /** ISO 8601, UTC. */
  readonly expirationDateTime?: string | undefined;
}

/** Somebody who was not let in, among others who were. */
export interface RefusedInvitation {
  readonly email: string;
  readonly serviceCode: string | undefined;
}

const text = v.nullish(v.string());
const identity = v.nullish(v.looseObject({ id: text, displayName: text, email: text, loginName: text }));
const identitySet = v.looseObject({
  user: identity,
  siteUser: identity,
  group: identity,
  siteGroup: identity,
  application: identity,
});
const schema = v.looseObject({
  id: v.string(),
  roles: v.nullish(v.array(v.string())),
  link: v.nullish(
    v.looseObject({ type: text, scope: text, webUrl: text, preventsDownload: v.nullish(v.boolean()) }),
  ),
  grantedToV2: v.nullish(identitySet),
  grantedTo: v.nullish(identitySet),
  grantedToIdentitiesV2: v.nullish(v.array(identitySet)),
  grantedToIdentities: v.nullish(v.array(identitySet)),
  inheritedFrom: v.nullish(v.looseObject({ name: text, path: text })),
  invitation: v.nullish(v.looseObject({ email: text })),
  hasPassword: v.nullish(v.boolean()),
  expirationDateTime: text,
});
type Raw = v.InferOutput<typeof schema>;

/** @throws v.ValiError where the answer is no permission */
export function parsePermission(json: unknown): Permission {
  const raw = v.parse(schema, json);
  return {
    id: raw.id,
    role: readRole(raw.roles ?? []),
    link: readLink(raw.link),
    people: readPeople(raw),
    inheritedFrom: raw.inheritedFrom ? { name: nameOfPlace(raw.inheritedFrom) } : undefined,
    hasPassword: raw.hasPassword ?? false,
    expirationDateTime: readDate(raw.expirationDateTime),
  };
}

const invitedSchema = v.looseObject({ value: v.array(v.unknown()) });
const refusedSchema = v.looseObject({
  error: v.looseObject({ code: text }),
  invitation: v.looseObject({ email: v.string() }),
});

/** Those among the invited who were refused; everybody else has been let in. @throws v.ValiError */
export function parseRefusedInvitations(json: unknown): readonly RefusedInvitation[] {
  return v.parse(invitedSchema, json).value.flatMap((each) => {
    const read = v.safeParse(refusedSchema, each);
    if (!read.success) return [];
    const { error, invitation } = read.output;
    return [{ email: invitation.email, serviceCode: error.code ?? undefined }];
  });
}

const personSchema = v.looseObject({
  displayName: text,
  userPrincipalName: text,
  scoredEmailAddresses: v.nullish(v.array(v.looseObject({ address: text }))),
});

/** Somebody whom the signed-in user works with; without an address they can't be invited. @throws v.ValiError */
export function parsePerson(json: unknown): Party {
  const { displayName, scoredEmailAddresses, userPrincipalName } = v.parse(personSchema, json);
  const email = scoredEmailAddresses?.[0]?.address ?? userPrincipalName ?? undefined;
  return { name: displayName ?? email ?? '', email };
}

function readRole(roles: readonly string[]): PermissionRole {
  const known = (['owner', 'write', 'read'] as const).find((role) => roles.includes(role));
  return known ?? (roles.includes('sp.full control') ? 'owner' : 'other');
}

function readLink(raw: Raw['link']): SharingLink | undefined {
  if (!raw) return undefined;
  const scopes = ['anonymous', 'organization', 'users'] as const;
  return {
    type: raw.type ?? '',
    scope: scopes.find((scope) => scope === raw.scope),
    address: raw.webUrl && isSecureAddress(raw.webUrl) ? createSecretUrl(raw.webUrl) : undefined,
    preventsDownload: raw.preventsDownload ?? false,
  };
}

/** The second of each two is deprecated, but some drives tell no other. */
function readPeople(raw: Raw): readonly Party[] {
  const many = raw.grantedToIdentitiesV2 ?? raw.grantedToIdentities ?? [];
  const one = raw.grantedToV2 ?? raw.grantedTo;
  const people = (one ? [one, ...many] : many).flatMap(readParty);
  const invited = raw.invitation?.email;
  return people.length === 0 && invited ? [{ name: invited, email: invited }] : people;
}

function readParty(set: v.InferOutput<typeof identitySet>): readonly Party[] {
  const group = set.group ?? set.siteGroup;
  const whom = set.user ?? set.siteUser ?? group ?? set.application;
  if (!whom) return [];
  const email = whom.email ?? undefined;
  const name = whom.displayName ?? email ?? '';
  return [{ name, email, ...(whom === group && { isGroup: true }) }];
}

function nameOfPlace({ name, path }: { name?: string | null | undefined; path?: string | null | undefined }) {
  if (name) return name;
  const last = /root:\/(?:.*\/)?([^/]+)$/.exec(path ?? '')?.[1];
  try {
    return last === undefined ? undefined : decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Some drives say “never” by the first day of the calendar. */
function readDate(date: string | null | undefined): string | undefined {
  return date && !date.startsWith('0001') ? date : undefined;
}
