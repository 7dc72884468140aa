import {
  CALLBACK_POLICY,
  contentSecurityPolicy,
  type PolicyOptions,
} from '../src/control/content-security-policy';

export type Headers = Readonly<Record<string, string>>;

/** Of every file. `npm run preview` has no HSTS: it is plain http. */
export const FILE_HEADERS: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

export const TRANSPORT_HEADERS: Headers = { 'Strict-Transport-Security': 'max-age=31536000' };

/** Of the application's page. The sign-in window must stay its own: a stricter opener policy would cut it off. */
export function pageHeaders(options: PolicyOptions): Headers {
  return {
    'Content-Security-Policy': contentSecurityPolicy(options),
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    'Cache-Control': 'no-cache',
  };
}

/** Of oauth2callback.html. Without Cross-Origin-Opener-Policy: MSAL's redirect bridge relies on its opener. */
export const CALLBACK_HEADERS: Headers = {
  'Content-Security-Policy': CALLBACK_POLICY,
  'Cache-Control': 'no-store',
};

/** Files whose names hold a hash of what is in them. */
export const HASHED_HEADERS: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** Files that keep their name when what is in them changes: the settings, the scripts that pages name. */
export const NAMED_HEADERS: Headers = { 'Cache-Control': 'no-cache' };

/** The element's scripts, where pages of other origins load them: they hold no secrets. Never the redirect page. */
export const SHARED_HEADERS: Headers = { 'Access-Control-Allow-Origin': '*' };
