import type { Explanations } from './explanation';

const AGAIN = 'Choose Sign in again.';

/** Sessions, codes and tokens that have ended, and requests that went wrong on their way. */
export const sessions = {
  50058: {
    what: 'Nobody is signed in at Microsoft in this browser.',
    why: 'The sign-in was to be renewed unseen, but there is no session, or the browser keeps Microsoft’s cookies from a page of another site (third-party cookies).',
    who: 'user',
    fix: `${AGAIN} To be asked less often, choose “Stay signed in”, and allow cookies of Microsoft’s sign-in host for this page.`,
  },
  16000: {
    what: 'Several accounts are signed in, and it is not clear which is meant.',
    why: 'The page asked unseen, without naming an account that fits.',
    who: 'user',
    fix: 'Connect again and pick the account. A page can name it beforehand with login-hint.',
  },
  160021: {
    what: 'The session that the page named does not exist.',
    why: 'Its session id (sid) is of a sign-in that has ended, or of another browser.',
    who: 'developer',
    fix: 'Leave the setting “sid” out and give login-hint instead; users sign in again meanwhile.',
  },
  16002: {
    what: 'The session that the page chose was not found.',
    why: 'The session id (sid) fits none of the accounts that are signed in.',
    who: 'developer',
    fix: 'Take a fresh sid from the ID token of the page, or use login-hint in its place.',
  },
  50173: {
    what: 'The sign-in was ended from outside.',
    why: 'The password was changed or an administrator has ended all sessions of the account.',
    who: 'user',
    fix: `${AGAIN} Use the new password if there is one.`,
  },
  50133: {
    what: 'The session is no longer valid because the password has changed.',
    why: 'Tokens from before a change or an expiry of the password do not count any more.',
    who: 'user',
    fix: `${AGAIN} Enter the new password.`,
  },
  50132: {
    what: 'The sign-in session is no longer valid.',
    why: 'The session was revoked, the password expired, or something about the account’s security changed.',
    who: 'user',
    fix: `${AGAIN} Your work is kept.`,
  },
  70043: {
    what: 'The organisation wants you to sign in again from time to time.',
    why: 'Its rule for how often (sign-in frequency) has been reached, so that the old sign-in can’t be renewed.',
    who: 'user',
    fix: `${AGAIN} An administrator sets the frequency under Conditional Access → Session.`,
  },
  700082: {
    what: 'The sign-in has not been used for too long.',
    why: 'A token for renewal ends when it lies unused, usually after 90 days.',
    who: 'user',
    fix: `${AGAIN} Nothing else is needed.`,
  },
  700084: {
    what: 'The sign-in is a day old and ends, as every sign-in of a page does.',
    why: 'Microsoft lets pages renew for 24 hours; then the user has to be seen again. That is by design and can’t be prolonged.',
    who: 'user',
    fix: `${AGAIN} Where Microsoft still knows you, that takes one click.`,
  },
  70000: {
    what: 'What the page showed to renew the sign-in is not valid.',
    why: 'The token or code was revoked, belongs to another app, or was cut off on its way.',
    who: 'user',
    fix: `${AGAIN} If it comes back each time, tell whoever runs the page.`,
  },
  70008: {
    what: 'The sign-in took too long, and its code has expired.',
    why: 'A code is good for some minutes only, and here more time has passed before it was redeemed.',
    who: 'user',
    fix: 'Connect again. If it happens each time, the clock of the computer or the network is to be checked.',
  },
  50089: {
    what: 'The token of the running sign-in has expired.',
    why: 'Between two steps of the sign-in too much time has passed.',
    who: 'user',
    fix: 'Begin again with Connect, and finish in one go.',
  },
  54005: {
    what: 'The answer of the sign-in was used twice.',
    why: 'The page was loaded again while it signed in, or two parts of the page read the same answer.',
    who: 'developer',
    fix: 'Let {redirectUri} be the control’s own page only, without other code or MSAL on it. Users simply connect again.',
  },
  501481: {
    what: 'The answer of the sign-in belongs to another attempt.',
    why: 'The proof (code verifier) does not fit: two sign-ins ran at the same time, or two libraries share one redirect page.',
    who: 'developer',
    fix: 'Let one part of the page sign in at a time; other uses of MSAL get a redirect page of their own.',
  },
  50147: {
    what: 'The proof that the page sent with the sign-in has the wrong size.',
    why: 'The code challenge was cut off or changed on its way, or is home-made.',
    who: 'developer',
    fix: 'Find the proxy, extension or code that changes the address of the sign-in.',
  },
  9002313: {
    what: 'Microsoft could not read the request.',
    why: 'It is malformed: a proxy, an extension of the browser or other code has changed it.',
    who: 'developer',
    fix: 'Try in a private window without extensions; if that works, an extension is the cause, else the proxy.',
  },
  900144: {
    what: 'The request for a token lacks a parameter.',
    why: 'Its body was lost or changed on its way, as by a proxy that rewrites what is posted.',
    who: 'developer',
    fix: 'Let the proxy pass requests to the host of {authority} unchanged.',
  },
  90014: {
    what: 'A field that is needed was missing in what was sent.',
    why: 'The form or request arrived incomplete.',
    who: 'user',
    fix: 'Begin the sign-in again. If it stays, whoever runs the network or the page has to look what removes it.',
  },
  9000411: {
    what: 'The request names a parameter twice.',
    why: 'Something has added to the address of the sign-in what was there already.',
    who: 'developer',
    fix: 'Remove parameters such as prompt or scope from the setting “authority”.',
  },
  90023: {
    what: 'The request has a value that Microsoft does not know.',
    why: 'A parameter such as prompt or response_mode has an unsupported value.',
    who: 'developer',
    fix: 'Remove what the page adds to the address of the sign-in; this control sends known values only.',
  },
  900561: {
    what: 'An address of Microsoft was opened that is not meant to be opened.',
    why: 'The browser’s Back button or a bookmark led to a step in the middle of a sign-in.',
    who: 'user',
    fix: 'Close that window, and begin again with Connect.',
  },
  50196: {
    what: 'Microsoft stopped this page because it asked again and again.',
    why: 'The same request came too often in a short time: something in the page renews in a loop.',
    who: 'developer',
    fix: 'Wait five minutes and do not try again meanwhile. Then find what asks: a page that reloads itself, a second MSAL, or forceRefresh at every call.',
  },
  90033: {
    what: 'Microsoft’s sign-in has a passing fault.',
    why: 'A part of the service was not available for a moment.',
    who: 'nobody',
    fix: 'Wait a minute, then try again.',
  },
  90024: {
    what: 'Microsoft’s sign-in was too busy and gave up.',
    why: 'A request in the service was throttled or timed out.',
    who: 'nobody',
    fix: 'Wait some minutes before the next try; many tries make it longer.',
  },
  50087: {
    what: 'Microsoft lost its way during the sign-in.',
    why: 'A step inside of the service failed for a moment.',
    who: 'nobody',
    fix: 'Begin the sign-in again after a minute.',
  },
  90006: {
    what: 'Another service that Microsoft’s sign-in needs does not answer.',
    why: 'The outage is outside of this page, often for a few minutes.',
    who: 'nobody',
    fix: 'Try again later; status.cloud.microsoft tells of longer outages.',
  },
} satisfies Explanations;
