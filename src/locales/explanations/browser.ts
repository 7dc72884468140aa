import type { Explanations } from './explanation';

/** What the browser, not Microsoft, is the cause of. */
export const browser = {
  'content-security-policy': {
    what: 'This page forbids itself to reach Microsoft.',
    why: 'Its Content-Security-Policy does not name the host that the control needs: {graph}, the host of {authority}, or those of the files.',
    who: 'developer',
    fix: 'Add the hosts to connect-src and frame-src of the page’s header Content-Security-Policy; docs/embedding.md has the list, and hostPageDirectives() makes it.',
  },
  'window.msal': {
    what: 'The sign-in could not start in this page.',
    why: 'The page has a global value “msal” of its own that is closed to changes, and Microsoft’s sign-in library has to write into it.',
    who: 'developer',
    fix: 'Give that value (window.msal) another name, or do not freeze it.',
  },
  offline: {
    what: 'The browser could not reach OneDrive.',
    why: 'This device has no network.',
    who: 'user',
    fix: 'Connect it to the network; lists and transfers then go on without you.',
  },
  unreachable: {
    what: 'The request to OneDrive got no answer, although the device has a network.',
    why: 'A proxy, firewall, extension or name server stops it, or the answer had no leave for this page (CORS). A browser does not tell which.',
    who: 'administrator',
    fix: 'Let {graph} and the hosts of the files pass through proxy and blockers, unchanged and with their headers. The network view of the browser’s tools shows the request.',
  },
  'emulator-silent': {
    what: 'Nothing answers at {authority} or {graph}, addresses of this very computer.',
    why: 'The emulator, or whatever is to stand there in place of Microsoft, is not running, or the Content-Security-Policy of the page forbids its address.',
    who: 'developer',
    fix: 'Start it with npm start, or alone with npm run emulator, and compare the address that it prints with the settings of the page. For Microsoft’s own sign-in, take that address out of the settings.',
  },
  'clock-wrong': {
    what: 'The clock of this device is wrong.',
    why: 'Tokens are good for a time, and by this clock they end before they begin.',
    who: 'user',
    fix: 'Set date, time and time zone to automatic in the settings of the device, then load the page again.',
  },
  'popup-blocked': {
    what: 'The browser kept the sign-in window closed.',
    why: 'Pop-up windows are blocked for this site.',
    who: 'user',
    fix: 'Allow them by the sign in the address bar, then try again.',
  },
  'no-drive': {
    what: 'The account is good, but has no OneDrive.',
    why: 'No licence with OneDrive is assigned to it, or its drive was never opened.',
    who: 'administrator',
    fix: 'Microsoft 365 admin centre → Users → Active users → the user → Licences and apps.',
  },
  'timed-out': {
    what: 'The answer took longer than half a minute.',
    why: 'The network is slow, or a request hangs at a proxy or at OneDrive.',
    who: 'nobody',
    fix: 'Try again; lists and transfers do so without you.',
  },
} satisfies Explanations;
