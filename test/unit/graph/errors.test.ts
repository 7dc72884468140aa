import { describe, expect, it } from 'vitest';
import { errorFromAnswer } from '../../../src/graph';
import type { ErrorCode } from '../../../src/lib';

function read(status: number, body: unknown, headers: Record<string, string> = {}) {
  const all = new Headers(headers);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return errorFromAnswer({ status, body: text, header: (name) => all.get(name) }, Date.UTC(2026, 0, 1));
}

describe('the error of an answer', () => {
  it.each([
    [400, 'invalid-request'],
    [401, 'sign-in-needed'],
    [402, 'access-denied'],
    [403, 'access-denied'],
    [404, 'not-found'],
    [409, 'name-conflict'],
    [410, 'not-found'],
    [412, 'changed-elsewhere'],
    [423, 'locked'],
    [429, 'throttled'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
    [507, 'quota-exceeded'],
    [509, 'throttled'],
    [418, 'invalid-request'],
  ] satisfies [number, ErrorCode][])(
    'goes by the status %i where the body is HTML, empty or odd',
    (status, code) => {
      for (const body of [
        '<html>503</html>',
        '',
        'null',
        '[]',
        '{"error":"invalid_token"}',
        { error: { code: 5 } },
      ]) {
        expect(read(status, body)).toMatchObject({ code, status, serviceCode: undefined });
      }
    },
  );

  it.each([
    ['itemNotFound', 'not-found'],
    ['ITEMNOTFOUND', 'not-found'],
    ['TooManyRequests', 'throttled'],
    ['InvalidAuthenticationToken', 'sign-in-needed'],
    ['quotaLimitReached', 'quota-exceeded'],
    ['resourceModified', 'changed-elsewhere'],
    ['malwareDetected', 'malware'],
  ] satisfies [string, ErrorCode][])('goes by the code %s, ignoring case', (serviceCode, code) => {
    expect(read(400, { error: { code: serviceCode } })).toMatchObject({ code, serviceCode });
  });

  it('prefers the innermost code it knows, under both spellings of innerError', () => {
    const body = {
      error: {
        code: 'notAllowed',
        innererror: {
          code: 'entityTagDoesNotMatch',
          innerError: { code: 'somethingNew', 'request-id': 'id' },
        },
      },
    };
    expect(read(400, body)).toMatchObject({
      code: 'changed-elsewhere',
      serviceCode: 'somethingNew',
      requestId: 'id',
    });
  });

  it('is not confused by null, by depth or by names that objects have by themselves', () => {
    expect(read(404, { error: { code: null, innerError: { code: 'accessDenied' } } }).code).toBe(
      'access-denied',
    );
    expect(read(404, { error: { code: 'itemNotFound', innerError: null } }).code).toBe('not-found');
    expect(read(404, { error: { code: 'constructor' } }).code).toBe('not-found');
    expect(read(404, { error: { code: '__proto__' } }).code).toBe('not-found');
    let deep: object = { code: 'accessDenied' };
    for (let n = 0; n < 500; n += 1) deep = { code: 'x', innerError: deep };
    expect(read(404, { error: deep }).code).toBe('not-found');
  });

  it('keeps the request id of the header and the time of Retry-After', () => {
    const headers = { 'request-id': 'head', 'Retry-After': '17' };
    const error = read(429, { error: { code: 'x', innerError: { 'request-id': 'body' } } }, headers);
    expect(error).toMatchObject({ code: 'throttled', requestId: 'head', retryAfter: 17_000 });
  });

  it.each([
    [401, '2026-01-01T00:04:59', 'InvalidAuthenticationToken'],
    [401, '2025-12-31T23:54:00', 'clock-wrong'],
    [401, '2026-01-01T00:05:01Z', 'clock-wrong'],
    [401, 'soon', 'InvalidAuthenticationToken'],
    [403, '2025-12-31T00:00:00', 'InvalidAuthenticationToken'],
  ])('of %i, refused at %s by the service’s clock, is %s', (status, date, serviceCode) => {
    const body = { error: { code: 'InvalidAuthenticationToken', innerError: { date } } };
    expect(read(status, body)).toMatchObject({ code: 'sign-in-needed', serviceCode });
  });

  it('never repeats the message of the service', () => {
    expect(JSON.stringify(read(400, { error: { code: 'x', message: 'SECRET' } }))).not.toContain('SECRET');
  });
});

describe('a claims challenge', () => {
  const claims = '{"access_token":{"xms_cc":{"values":["cp1"]}}}';
  const header = (encoded: string, error = 'insufficient_claims') => ({
    'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login/x", error="${error}", claims="${encoded}"`,
  });

  it('is decoded, base64 or base64url, padded or not', () => {
    expect(read(401, '', header(btoa(claims))).claims).toBe(claims);
    const url = btoa(claims).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    expect(read(401, '', header(url)).claims).toBe(claims);
  });

  it('is none where it is no JSON, no base64, or answers another error', () => {
    expect(read(401, '', header(btoa('not json'))).claims).toBeUndefined();
    expect(read(401, '', header('%%%')).claims).toBeUndefined();
    expect(read(401, '', header(btoa(claims), 'invalid_token')).claims).toBeUndefined();
    expect(read(401, '').claims).toBeUndefined();
  });
});
