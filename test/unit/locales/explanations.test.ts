import * as msal from '@azure/msal-browser';
import { describe, expect, it } from 'vitest';
import {
  explainError,
  explanations,
  fillIn,
  findExplanation,
  valueNames,
} from '../../../src/locales/explanations';

/** The codes that an integrator of a page meets: shared/design/auth.md 5.5, and those of the set-up guides. */
const NUMBERS = [
  50011, 900971, 700016, 700011, 7000112, 70001, 90002, 90038, 50059, 50128, 9002326, 9002325, 9002327,
  7000218, 700025, 700054, 70005, 501481, 50147, 54005, 70008, 50089, 9002313, 900144, 90014, 900561, 65001,
  65004, 90094, 90095, 90008, 65005, 650056, 650057, 650053, 650052, 500011, 70011, 28002, 28003, 700022,
  700023, 50194, 90130, 9002332, 9001023, 50020, 90072, 500208, 50034, 51004, 50126, 50056, 50064, 50053,
  50055, 50057, 50144, 50105, 50058, 16000, 160021, 16002, 50076, 50079, 50074, 50072, 50078, 53000, 53001,
  50097, 50129, 530003, 53003, 530032, 530034, 530035, 53011, 50173, 50133, 50132, 70043, 700082, 700084,
  500212, 500213, 500021, 50196, 90033, 90024, 50087, 90006, 50140, 50199, 240001, 7000215, 7000222,
];

/** What an authorization server answers by itself, where it gives no number (RFC 6749 and OpenID Connect). */
const OAUTH = [
  'access_denied',
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'server_error',
];
const OAUTH_ALSO = ['temporarily_unavailable', 'unauthorized_client', 'unexpected_error'];
/** Of older versions of the library, as a host's own MSAL may be one. */
const OLDER = ['monitor_window_timeout', 'user_canceled', 'user_switch'];

const all = Object.values(explanations).flatMap((table) => Object.entries(table));

describe('the explanations', () => {
  it.each(NUMBERS)('know AADSTS%i', (number) => {
    expect(findExplanation(`AADSTS${number}`)?.code).toBe(`AADSTS${number}`);
  });

  it('say of each code something of its own: what happened, why, and what to do', () => {
    const sentences = all.flatMap(([, { what, why }]) => [what, why]);
    expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
    const odd = all.filter(([, { what, why, fix }]) =>
      [what, why, fix].some((sentence) => !/^[A-Z{].{3,}\.$/.test(sentence)),
    );
    expect(odd.map(([code]) => code)).toEqual([]);
  });

  it('name no value that nobody can fill in', () => {
    const filled = all.flatMap(([, { what, why, fix }]) =>
      [what, why, fix].map((text) => fillIn(text, valueNames)),
    );
    expect(filled.filter((sentence) => /[{}]|undefined/.test(sentence))).toEqual([]);
  });

  it('know of the identity library only what it can say', () => {
    const said = new Set<unknown>(
      [
        msal.AuthErrorCodes,
        msal.BrowserAuthErrorCodes,
        msal.BrowserConfigurationAuthErrorCodes,
        msal.ClientAuthErrorCodes,
        msal.ClientConfigurationErrorCodes,
        msal.InteractionRequiredAuthErrorCodes,
        { cacheQuotaExceeded: 'cache_quota_exceeded', cacheErrorUnknown: 'cache_error_unknown' },
      ].flatMap((codes) => Object.values(codes)),
    );
    const known = [...said, ...OAUTH, ...OAUTH_ALSO, ...OLDER];
    expect(Object.keys(explanations.library).filter((code) => !known.includes(code))).toEqual([]);
  });
});

describe('a code is found', () => {
  it.each([
    ['AADSTS50011', 'AADSTS50011'],
    ['  aadsts50011: The redirect URI … specified in the request', 'AADSTS50011'],
    ['AADSTS 50011', 'AADSTS50011'],
    ['50011', 'AADSTS50011'],
    ['Error 50011', 'AADSTS50011'],
    ['Sign-in failed (AADSTS7000218)', 'AADSTS7000218'],
    ['popup_window_error', 'popup_window_error'],
    ['accessDenied', 'accessDenied'],
    ['ACCESSDENIED', 'accessDenied'],
  ])('however it is written: %s', (written, code) => {
    expect(findExplanation(written)?.code).toBe(code);
  });

  it.each(['', 'AADSTS', 'AADSTS1', '5001', 'constructor', 'it does not work'])(
    'not where there is none: %s',
    (text) => {
      expect(findExplanation(text)).toBeUndefined();
    },
  );

  it('by the service’s code before the control’s own', () => {
    const of = (code: string, serviceCode?: string) => explainError({ code, serviceCode })?.code;
    expect(of('offline')).toBe('offline');
    expect(of('offline', 'post_request_failed')).toBe('post_request_failed');
    expect(of('no-drive', 'somethingNew')).toBe('no-drive');
    expect(of('not-found', 'ItemNotFound')).toBe('itemNotFound');
    expect(of('name-conflict')).toBeUndefined();
  });
});
