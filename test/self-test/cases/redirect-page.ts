import { change, header, LOGIN_PAGE } from '../break-page';
import { butFor } from '../expected';
import type { Case } from './case';

const CALLBACK = 'oauth2callback.html';
const SCRIPT = 'oauth2callback.js';

export const REDIRECT_PAGE_CASES: readonly Case[] = [
  {
    broken: 'there is no redirect page',
    by: ({ portal }) => void (portal.breakage = change(CALLBACK, () => ({ status: 404, body: '' }))),
    found: butFor('redirect-page', 'failed: redirect-page-missing (operator)'),
  },
  {
    broken: 'the portal redirects it to its own sign-in',
    by: ({ portal }) =>
      void (portal.breakage = change(CALLBACK, () => ({
        status: 302,
        headers: { Location: '/login' },
        body: '',
      }))),
    found: butFor('redirect-page', 'failed: redirect-page-redirected (operator)'),
  },
  {
    broken: 'the portal answers with its own page',
    by: ({ portal }) => void (portal.breakage = change(CALLBACK, () => ({ body: LOGIN_PAGE }))),
    found: butFor('redirect-page', 'failed: redirect-page-replaced (operator)'),
  },
  {
    broken: 'the portal puts a script into it',
    by: ({ portal }) =>
      void (portal.breakage = change(CALLBACK, ({ body }) => ({
        body: body.replace('</body>', '<script src="/statistics.js"></script></body>'),
      }))),
    found: butFor('redirect-page', 'failed: redirect-page-changed (operator)'),
  },
  {
    broken: 'it is sent as a text',
    by: ({ portal }) => void (portal.breakage = header(CALLBACK, 'Content-Type', 'text/plain')),
    found: butFor('redirect-page', 'failed: redirect-page-not-html (operator)'),
  },
  {
    broken: 'its script was not copied',
    by: ({ portal }) => void (portal.breakage = change(SCRIPT, () => ({ status: 404, body: '' }))),
    found: butFor('redirect-script', 'failed: redirect-script-missing (operator)'),
  },
  {
    broken: 'its script is sent as a text',
    by: ({ portal }) => void (portal.breakage = header(SCRIPT, 'Content-Type', 'text/plain')),
    found: butFor('redirect-script', 'failed: redirect-script-wrong-type (operator)'),
  },
  {
    broken: 'its script is of another release',
    by: ({ portal }) => void (portal.breakage = change(SCRIPT, ({ body }) => ({ body: `${body}\n// 2.0` }))),
    found: butFor('redirect-script', 'failed: redirect-script-changed (operator)'),
  },
  {
    broken: 'it is parted from its opener',
    by: ({ portal }) =>
      void (portal.breakage = header(CALLBACK, 'Cross-Origin-Opener-Policy', 'same-origin')),
    found: butFor('redirect-headers', 'failed: redirect-page-opener-policy (operator)'),
  },
  {
    broken: 'it is kept for a day',
    by: ({ portal }) => void (portal.breakage = header(CALLBACK, 'Cache-Control', 'public, max-age=86400')),
    found: butFor('redirect-headers', 'failed: redirect-page-cached (operator)'),
  },
  {
    broken: 'it may be shown in no frame (X-Frame-Options)',
    by: ({ portal }) =>
      void (portal.breakage = change(CALLBACK, () => ({
        headers: { 'Content-Type': 'text/html', 'Cache-Control': 'no-store', 'X-Frame-Options': 'DENY' },
      }))),
    found: butFor('redirect-frame', 'failed: redirect-page-not-framed (operator)'),
  },
  {
    broken: 'it may be shown in no frame (frame-ancestors)',
    by: ({ portal }) =>
      void (portal.breakage = header(
        CALLBACK,
        'Content-Security-Policy',
        "script-src 'self'; frame-ancestors 'none'",
      )),
    found: butFor('redirect-frame', 'failed: redirect-page-not-framed (operator)'),
  },
  {
    broken: 'its own policy forbids its script',
    by: ({ portal }) =>
      void (portal.breakage = header(
        CALLBACK,
        'Content-Security-Policy',
        "script-src 'none'; frame-ancestors 'self'",
      )),
    found: butFor('redirect-frame', 'failed: redirect-page-does-not-run (operator)'),
  },
  {
    broken: 'whoever opens it gets another page',
    by: ({ portal }) =>
      void (portal.breakage = change(CALLBACK, (answer, { destination }) =>
        destination === 'empty' ? answer : { body: LOGIN_PAGE },
      )),
    found: butFor('redirect-frame', 'failed: redirect-page-replaced (operator)'),
  },
];
