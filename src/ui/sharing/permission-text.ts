import type { OptionRefusal, Permission, SharingLink } from '../../drive';
import { parseInstant, type OneDriveError } from '../../lib';
import type { Text } from '../text';

/** Whom a permission is for, or what a link lets those do who have it. */
export function namePermission({ link, people }: Permission, text: Text): string {
  if (link) return nameLink(link, text);
  return people.map(({ name }) => name).join(', ') || text('share.role.other');
}

const KINDS = ['view', 'review', 'edit', 'embed', 'blocksDownload', 'createOnly'] as const;

export function nameLink({ type, scope = 'users' }: SharingLink, text: Text): string {
  const kind = KINDS.find((each) => each === type) ?? 'other';
  return text(`share.kind.${kind}`, { scope: text(`share.scope.${scope}`) });
}

/** What there is to know of a permission besides whose it is. */
export function describePermission(permission: Permission, now: number, text: Text): readonly string[] {
  const { link, people, inheritedFrom, hasPassword, expirationDateTime } = permission;
  const [first] = people;
  const end = parseInstant(expirationDateTime);
  const names = people.map(({ name }) => name);
  return [
    ...(!link && first?.email && first.email !== first.name ? [first.email] : []),
    ...(link && people.length > 0
      ? [text('share.users', { count: people.length, names: text.allOf(names.slice(0, 5)) })]
      : []),
    ...(end === undefined ? [] : [text(end > now ? 'share.until' : 'share.ended', { date: text.date(end) })]),
    ...(hasPassword ? [text('share.protected')] : []),
    ...(inheritedFrom ? [originOf(inheritedFrom.name, text)] : []),
  ];
}

function originOf(folder: string | undefined, text: Text): string {
  return folder ? text('share.inherited', { folder }) : text('share.inheritedSomewhere');
}

export function refusalText(refusal: OptionRefusal | undefined, text: Text): string | undefined {
  return refusal && text(`share.refusal.${refusal}`);
}

/** What has failed and what can be done, in one line. */
export function failureText({ code, serviceCode }: OneDriveError, text: Text): string {
  if (serviceCode === 'noResolvedUsers') return text('share.people.unknown');
  // The service answers so to changes of what a folder above gives (protocol 6.3).
  if (code === 'invalid-request') return text('share.notHere');
  return text('transfer.failure', {
    title: text(`error.${code}.title`),
    advice: text(`error.${code}.advice`),
  });
}
