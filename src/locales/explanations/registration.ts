import type { Explanations } from './explanation';
import { places } from './places';

/** What is wrong with the app registration itself: addresses, ids, platforms, secrets. */
export const registration = {
  50011: {
    what: 'Microsoft does not know the address to which it should send the sign-in back.',
    why: 'The redirect URI {redirectUri} is not registered for this app, or it differs in one character: http or https, host, port, path, capital letters, a slash at the end.',
    who: 'registrant',
    fix: `Add exactly {redirectUri} under ${places.authentication} → Add a platform → Single-page application.`,
  },
  500112: {
    what: 'The sign-in began with one redirect address and was to be finished with another.',
    why: 'The page has asked for the code with an address other than the one that it now names, as happens when its address changes during the sign-in.',
    who: 'developer',
    fix: 'Give the control one redirect-uri only, {redirectUri}, and open the page by one address only.',
  },
  900971: {
    what: 'The app registration has no address to which Microsoft could send the sign-in back.',
    why: 'No redirect URI at all is registered for the app with the ID {clientId}.',
    who: 'registrant',
    fix: `Add {redirectUri} under ${places.authentication} → Add a platform → Single-page application.`,
  },
  700016: {
    what: 'Microsoft did not find an application with this client ID in the organisation.',
    why: 'The client ID {clientId} is mistyped, belongs to another organisation, or the app was deleted or never admitted to the user’s organisation. The page asks at {authority}.',
    who: 'registrant',
    fix: `Copy the Application (client) ID and the Directory (tenant) ID from ${places.overview} into the settings of the page. For an app of another organisation, an administrator consents to it first.`,
  },
  700011: {
    what: 'The application is not in the directory that was asked for a token.',
    why: 'The client ID {clientId} was found nowhere below {authority}: the app was removed from the directory, or the tenant is another one than that of the registration.',
    who: 'registrant',
    fix: `Compare the client ID and the tenant of the page with ${places.overview}; a deleted app can be restored under App registrations → Deleted applications for 30 days.`,
  },
  7000112: {
    what: 'The application is disabled in this organisation.',
    why: 'Somebody has switched off sign-in for the app with the ID {clientId}.',
    who: 'administrator',
    fix: `Set ${places.enabled} to Yes.`,
  },
  70001: {
    what: 'The application is disabled or not available to this account.',
    why: 'The app with the ID {clientId} is not installed in the user’s organisation, is switched off there, or was blocked by Microsoft.',
    who: 'administrator',
    fix: `Look the app up under Enterprise applications; if it is there, set ${places.enabled} to Yes, if it is missing, consent to it.`,
  },
  90002: {
    what: 'Microsoft does not know the organisation of this page.',
    why: 'The tenant in {authority} is mistyped, was deleted, has no subscription any more, or belongs to another Microsoft cloud.',
    who: 'registrant',
    fix: `Copy the Directory (tenant) ID from ${places.overview} into the setting “tenant” of the page, and check the setting “cloud”.`,
  },
  900023: {
    what: 'The tenant of this page is no tenant at all.',
    why: 'The last part of {authority} is neither a tenant ID nor a domain of an organisation nor one of the words common, organizations and consumers.',
    who: 'developer',
    fix: 'Set “tenant” to the Directory (tenant) ID of the app registration: 32 hexadecimal digits in five groups.',
  },
  90038: {
    what: 'The account belongs to another Microsoft cloud than this page.',
    why: 'The organisation is in a national cloud (US Government or China), and the page asks at {authority}.',
    who: 'developer',
    fix: 'Set “cloud” to usgov, usgov-dod or china, so that sign-in and Microsoft Graph are those of that cloud; the app is registered once in each cloud.',
  },
  50049: {
    what: 'Microsoft does not know the sign-in host that was asked.',
    why: 'The host in {authority} is none of the sign-in hosts of a Microsoft cloud.',
    who: 'developer',
    fix: 'Use the setting “cloud” in place of a written-out authority, or correct the host of “authority”.',
  },
  50059: {
    what: 'Microsoft could not tell which organisation is meant.',
    why: 'Neither the address {authority} nor the name of the account says which tenant the sign-in is for.',
    who: 'developer',
    fix: 'Set “tenant” to the Directory (tenant) ID of the organisation in place of common, or give a domain-hint.',
  },
  50128: {
    what: 'The domain name that was given belongs to no organisation.',
    why: 'No tenant is found by the domain of the account or the domain-hint of the page.',
    who: 'developer',
    fix: 'Correct domain-hint and login-hint of the page, or set “tenant” to the Directory (tenant) ID.',
  },
  9002326: {
    what: 'The redirect address is registered, but for the wrong kind of application.',
    why: 'Only addresses of the platform Single-page application may fetch tokens in a browser; {redirectUri} is registered as Web or as Mobile and desktop.',
    who: 'registrant',
    fix: `Remove {redirectUri} from its platform under ${places.authentication} and add it under Single-page application. Other addresses of the platform Web, as a portal’s own, stay where they are.`,
  },
  9002325: {
    what: 'The sign-in was asked for without the proof that a page has to give (PKCE).',
    why: 'Something other than this control, or a proxy, has made the request and left the code challenge out.',
    who: 'developer',
    fix: 'Remove hand-written sign-in code and MSAL.js 1 from the page; find the proxy that changes the address of the sign-in.',
  },
  9002327: {
    what: 'A code that was meant for a page was redeemed by a server.',
    why: 'Codes for a Single-page application count only in a browser, which sends an Origin header; here there was none. A server redeemed it, or a proxy removed the header.',
    who: 'developer',
    fix: 'Redeem it in the page. A server of its own gets a redirect URI of the platform Web; a proxy lets the header Origin pass.',
  },
  7000218: {
    what: 'Microsoft asks for a client secret, which a page cannot have.',
    why: 'The redirect URI in use is registered for the platform Web, whose servers prove themselves by a secret.',
    who: 'registrant',
    fix: `Register {redirectUri} under ${places.authentication} → Single-page application. No secret is needed, and “Allow public client flows” is not the cure.`,
  },
  7000215: {
    what: 'The client secret that was sent is wrong.',
    why: 'The server sent the ID of the secret in place of its value, a value with a space or line break, or the secret of another app.',
    who: 'registrant',
    fix: `Make a new secret under ${places.secrets}, copy its Value (shown once) into the settings of the server and restart it. The control itself needs no secret.`,
  },
  7000222: {
    what: 'The client secret has expired.',
    why: 'Secrets end after the time that was chosen when they were made, two years at most.',
    who: 'registrant',
    fix: `Make a second secret under ${places.secrets}, change the server over to it, and delete the old one a day later. The control itself needs no secret.`,
  },
  700025: {
    what: 'A secret was sent that this application must not have.',
    why: 'The redirect URI belongs to a public application (page or program), which proves itself without a secret.',
    who: 'developer',
    fix: 'Remove the client secret from the settings of the page. If a server is meant to sign in, register its own redirect URI for the platform Web.',
  },
  700054: {
    what: 'The page asked for a kind of answer that is switched off for this app.',
    why: 'Tokens straight from the authorization page (implicit flow) are not enabled, and this control never asks for them: other code on the page does.',
    who: 'developer',
    fix: 'Use the authorization code flow (MSAL.js 2 or later). Leave the boxes for implicit grant under Authentication unticked.',
  },
  70005: {
    what: 'The page asked for an answer that Microsoft does not give.',
    why: 'The parameter response_type is not one that the identity platform supports for this app.',
    who: 'developer',
    fix: 'Find the code or the proxy that writes its own sign-in address; this control always sends response_type=code.',
  },
  70003: {
    what: 'The page asked for a token in a way that Microsoft does not support.',
    why: 'The parameter grant_type is unknown or not allowed for this app.',
    who: 'developer',
    fix: 'Find the code that calls the token address by itself; this control sends authorization_code and refresh_token only.',
  },
  50194: {
    what: 'The app is for one organisation only, but the page lets everyone try.',
    why: 'The app with the ID {clientId} is registered for a single tenant, and the page asks at {authority}.',
    who: 'registrant',
    fix: `Set “tenant” of the page to the Directory (tenant) ID, or choose accounts in any organisational directory under ${places.accountTypes}.`,
  },
  90130: {
    what: 'This app can’t be used by way of the shared sign-in address.',
    why: 'The app does not support sign-in at {authority}, where accounts of all kinds meet.',
    who: 'developer',
    fix: 'Set “tenant” of the page to organizations, or to the Directory (tenant) ID.',
  },
  9002331: {
    what: 'The app takes personal Microsoft accounts only.',
    why: 'It is registered for Personal Microsoft accounts, and the page asks at {authority}, where work and school accounts sign in.',
    who: 'registrant',
    fix: `Set “tenant” of the page to consumers, or add organisational directories under ${places.accountTypes}.`,
  },
  9002332: {
    what: 'The app does not take personal Microsoft accounts.',
    why: 'It is registered for work and school accounts, and the page sends everybody to the sign-in for personal accounts.',
    who: 'registrant',
    fix: `Set “tenant” of the page to organizations, or allow personal accounts under ${places.accountTypes}.`,
  },
  9001023: {
    what: 'What is asked for can’t be had through the shared or the personal sign-in address.',
    why: 'The grant is not supported at /common or /consumers.',
    who: 'developer',
    fix: 'Set “tenant” of the page to organizations, or to the Directory (tenant) ID of the organisation.',
  },
} satisfies Explanations;
