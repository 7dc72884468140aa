import { describe, expect, it } from 'vitest';
import {
  defaultScope,
  findOptionRefusals,
  findRefusedOption,
  optionsOf,
  withoutRefused,
  type LinkWish,
} from '../../../../src/drive/sharing/link-terms';
import { OneDriveError } from '../../../../src/lib';
import { buildFile, buildFolder } from '../../../support/drive-items';

const at = (driveType: string) => ({ parentReference: { driveId: 'drive', id: 'up', driveType } });
const VIEW: LinkWish = { type: 'view', scope: 'organization' };
const refuse = (wish: Partial<LinkWish>, error: OneDriveError) =>
  findRefusedOption(optionsOf({ ...VIEW, ...wish }), error);
const DENIED = new OneDriveError('access-denied', { status: 403, serviceCode: 'accessDenied' });
const BAD = new OneDriveError('invalid-request', { status: 400, serviceCode: 'badArgument' });

describe('what is known before the service is asked', () => {
  it('a personal drive belongs to no organisation, and has no comments and no blocked downloads', () => {
    const refusals = findOptionRefusals(buildFile(at('personal')));
    expect(Object.fromEntries(refusals)).toEqual({
      organization: 'work-only',
      review: 'work-only',
      'block-download': 'work-only',
    });
    expect(defaultScope(buildFile(at('personal')))).toBe('anonymous');
  });

  it('a work drive has neither passwords nor links for pages', () => {
    const refusals = findOptionRefusals(buildFile(at('business')));
    expect(Object.fromEntries(refusals)).toEqual({
      embed: 'personal-only',
      password: 'personal-only',
      'invite-expiry': 'personal-only',
    });
    expect(defaultScope(buildFile(at('business')))).toBe('organization');
  });

  it('folders are neither commented nor embedded, and can always be downloaded', () => {
    const refusals = findOptionRefusals(buildFolder(at('business')));
    expect(refusals.get('review')).toBe('files-only');
    expect(refusals.get('block-download')).toBe('files-only');
  });

  it('what cannot be had is left out of what is sent', () => {
    const wish: LinkWish = { type: 'embed', scope: 'organization', password: 'x', expires: '2027-01-01' };
    expect(withoutRefused(wish, findOptionRefusals(buildFile(at('business'))))).toMatchObject({
      type: 'view',
      scope: 'organization',
      password: undefined,
      expires: '2027-01-01',
    });
    expect(withoutRefused(wish, findOptionRefusals(buildFile(at('personal')))).scope).toBe('users');
  });
});

describe('what a refusal is about', () => {
  it('403 to a link for anyone: such links', () => {
    expect(refuse({ scope: 'anonymous' }, DENIED)).toEqual(['anonymous', 'refused']);
    expect(refuse({ scope: 'anonymous', expires: '2027' }, DENIED)).toEqual(['anonymous', 'refused']);
  });

  it('403 to others: perhaps sharing at all, so that no option is blamed', () => {
    expect(refuse({}, DENIED)).toBeUndefined();
    expect(refuse({ type: 'edit' }, DENIED)).toBeUndefined();
    expect(refuse({ type: 'edit', scope: 'anonymous' }, DENIED)).toBeUndefined();
  });

  it('a missing plan: the end', () => {
    const error = new OneDriveError('access-denied', { status: 403, serviceCode: 'accountUpgradeRequired' });
    expect(refuse({ expires: '2027', password: 'x' }, error)).toEqual(['expiry', 'needs-plan']);
  });

  it('400: the only option that was asked for; of two, neither', () => {
    expect(refuse({ password: 'x' }, BAD)).toEqual(['password', 'refused']);
    expect(refuse({ password: 'x', expires: '2027' }, BAD)).toBeUndefined();
    expect(refuse({}, BAD)).toBeUndefined();
  });

  it('a lost connection: nothing', () => {
    expect(refuse({ scope: 'anonymous' }, new OneDriveError('offline'))).toBeUndefined();
  });
});
