import type { DriveItem } from '../../graph';
import type { OneDriveError } from '../../lib';
import { isFolder } from '../sort';

/** What a link lets those do who open it. `review`: read and comment; `embed`: a page shows it. */
export type LinkType = 'view' | 'review' | 'edit' | 'embed';
/** Whom it is for. `users`: those who have access anyway. */
export type LinkScope = 'anonymous' | 'organization' | 'users';

export interface LinkWish {
  readonly type: LinkType;
  readonly scope: LinkScope;
  /** ISO 8601, UTC. */
  readonly expires?: string | undefined;
  readonly password?: string | undefined;
  /** It can be looked at, and not downloaded; of links to view. */
  readonly blocksDownload?: boolean | undefined;
}

/** What an account type, a kind of item or an organisation may not allow. */
export type SharingOption =
  | Exclude<LinkType, 'view'>
  | LinkScope
  | 'expiry'
  | 'password'
  | 'block-download'
  | 'invite-expiry'
  | 'invite-without-sign-in';

/** Why an option can't be had: known beforehand, or said by the service, which seldom tells more than no. */
export type OptionRefusal = 'work-only' | 'personal-only' | 'files-only' | 'needs-plan' | 'refused';

export type OptionRefusals = ReadonlyMap<SharingOption, OptionRefusal>;

/** What is known before the service is asked (protocol 6.3): by the type of the drive, and the kind of the item. */
export function findOptionRefusals(item: DriveItem): OptionRefusals {
  const refusals = new Map<SharingOption, OptionRefusal>();
  const isPersonal = item.parentReference.driveType === 'personal';
  const { driveType } = item.parentReference;
  if (isFolder(item)) {
    for (const option of ['review', 'embed', 'block-download'] as const) refusals.set(option, 'files-only');
  }
  if (isPersonal) {
    for (const option of ['organization', 'review', 'block-download'] as const) {
      refusals.set(option, 'work-only');
    }
  } else if (driveType !== undefined) {
    refusals.set('embed', 'personal-only');
    refusals.set('password', 'personal-only');
    // There an invitation has no end, only a link has.
    refusals.set('invite-expiry', 'personal-only');
  }
  return refusals;
}

/** Whom a link is for unless somebody says otherwise: as few as the drive can tell apart. */
export function defaultScope(item: DriveItem): LinkScope {
  return item.parentReference.driveType === 'personal' ? 'anonymous' : 'organization';
}

/** The wish without what can't be had. */
export function withoutRefused(wish: LinkWish, refusals: OptionRefusals): LinkWish {
  const allowed = <T>(option: SharingOption, value: T) => (refusals.has(option) ? undefined : value);
  const scopes = ['organization', 'users', 'anonymous'] as const;
  return {
    type: wish.type !== 'view' && refusals.has(wish.type) ? 'view' : wish.type,
    scope: refusals.has(wish.scope)
      ? (scopes.find((scope) => !refusals.has(scope)) ?? wish.scope)
      : wish.scope,
    expires: allowed('expiry', wish.expires),
    password: allowed('password', wish.password),
    blocksDownload: allowed('block-download', wish.blocksDownload),
  };
}

/** What goes beyond a link to view. */
export function optionsOf({
  type,
  scope,
  expires,
  password,
  blocksDownload,
}: LinkWish): readonly SharingOption[] {
  const asked: readonly (SharingOption | false)[] = [
    type !== 'view' && type,
    scope === 'anonymous' && scope,
    expires !== undefined && 'expiry',
    Boolean(password) && 'password',
    Boolean(blocksDownload) && type === 'view' && 'block-download',
  ];
  return asked.filter((option) => option !== false);
}

/**
 * The option that the service's no is about; undefined where it may be about any of them, or about sharing at all.
 * An organisation that forbids links for anyone answers 403, and makes others (onedrive-api-docs 413).
 */
export function findRefusedOption(
  options: readonly SharingOption[],
  { code, serviceCode }: OneDriveError,
): readonly [SharingOption, OptionRefusal] | undefined {
  if (serviceCode?.toLowerCase() === 'accountupgraderequired') {
    const option = options.find((each) => each === 'expiry' || each === 'invite-expiry');
    return option && [option, 'needs-plan'];
  }
  if (code === 'access-denied') {
    return options.includes('anonymous') && !options.includes('edit') ? ['anonymous', 'refused'] : undefined;
  }
  if (code !== 'invalid-request' || serviceCode === 'noResolvedUsers') return undefined;
  const [only, ...others] = options.filter((option) => option !== 'anonymous');
  return only && others.length === 0 ? [only, 'refused'] : undefined;
}
