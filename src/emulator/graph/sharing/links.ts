import { deedOf } from '../deed';
import * as v from 'valibot';
import { tellOf } from '../model/deeds';
import type { Item, LinkPermission } from '../model/model';
import { addPermission } from '../model/permissions';
import type { Answer } from '../protocol/answer';
import { accessDenied, invalidRequest } from '../protocol/graph-error';
import { dateSchema, readJson } from '../protocol/schemas';
import type { DriveCall } from '../world';
import { ASKED_TYPES, linkTypeOf } from './link-types';
import { newLink } from './new-permission';
import { permissionAnswer } from './permissions';
import { partiesOf, recipientsSchema, together } from './recipients';
import { checkExpiry, checkPassword, checkShareable, startWith } from './sharing-terms';

const createLinkBody = v.looseObject({
  type: v.optional(v.nullable(v.picklist(ASKED_TYPES))),
  scope: v.optional(v.nullable(v.picklist(['anonymous', 'organization', 'users']))),
  password: v.optional(v.nullable(v.string())),
  expirationDateTime: v.optional(v.nullable(dateSchema)),
  retainInheritedPermissions: v.optional(v.nullable(v.boolean())),
  recipients: v.optional(v.nullable(recipientsSchema)),
});
type Asked = v.InferOutput<typeof createLinkBody>;
/** What tells a link from the item's others. */
type Terms = Pick<LinkPermission, 'type' | 'scope' | 'hasPassword' | 'expires'>;

/** A tenant decides it; this one has Microsoft's own defaults. */
const DEFAULT_SCOPE = {
  business: 'organization',
  documentLibrary: 'organization',
  personal: 'anonymous',
} as const;

/** `POST {item}/createLink`: 201 for a new link, 200 for one that the item has already. */
export function createLink(call: DriveCall, item: Item): Answer {
  const { drive, world } = call;
  const asked = readJson(call, createLinkBody);
  const terms = termsOf(call, item, asked);
  const people = terms.scope === 'users' ? partiesOf(call, asked.recipients ?? []) : [];
  const existing = item.permissions?.find((each) => each.kind === 'link' && isSame(each, terms));
  if (existing?.kind === 'link') {
    existing.people = together(existing.people, people);
    if (people.length > 0) tellOf(drive, item, deedOf(call), 'permission');
    return permissionAnswer(call, { permission: existing, from: item }, item);
  }
  startWith(item, asked.retainInheritedPermissions);
  const permission = newLink(drive, item, { ...terms, people, at: world.ports.now() });
  addPermission(drive, item, permission);
  tellOf(drive, item, deedOf(call), 'permission');
  return permissionAnswer(call, { permission, from: item }, item, 201);
}

function termsOf({ drive, world }: DriveCall, item: Item, asked: Asked): Terms {
  const scope = asked.scope ?? DEFAULT_SCOPE[drive.driveType];
  if (scope === 'organization' && drive.driveType === 'personal') {
    throw invalidRequest('A personal drive belongs to no organization.', 'badArgument');
  }
  if (scope === 'anonymous' && drive.driveType !== 'personal' && !world.policy.anonymousLinks) {
    throw accessDenied('The organization does not allow links for anyone.');
  }
  checkShareable(drive, item);
  checkPassword(drive, asked.password);
  checkExpiry(drive, asked.expirationDateTime, world.ports.now());
  return {
    type: linkTypeOf(asked.type ?? 'view', drive, item),
    scope,
    hasPassword: Boolean(asked.password),
    expires: asked.expirationDateTime ?? undefined,
  };
}

function isSame(link: LinkPermission, terms: Terms): boolean {
  return (
    link.type === terms.type &&
    link.scope === terms.scope &&
    link.hasPassword === terms.hasPassword &&
    link.expires === terms.expires
  );
}
