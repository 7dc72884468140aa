import type { Explanations } from './explanation';
import { places } from './places';

/** By the identity library's own codes: network, settings, accounts; and OAuth's, where no number tells more. */
export const libraryAnswers = {
  no_network_connectivity: {
    what: 'There is no network.',
    why: 'The browser says that this device is offline.',
    who: 'user',
    fix: 'Connect the device to the network, then try again.',
  },
  network_error: {
    what: 'Microsoft’s sign-in could not be reached.',
    why: 'The network, a proxy or an extension of the browser keeps requests from the host of {authority}.',
    who: 'user',
    fix: 'Check the network, then try again. Where a proxy filters, its administrator has to let this host pass.',
  },
  post_request_failed: {
    what: 'The request for a token did not get through.',
    why: 'No network, a blocker in the browser, or a policy of the page (connect-src) that lacks the host of {authority}.',
    who: 'user',
    fix: 'Check the network and extensions of the browser. If only this page has the trouble, its developer adds the host to connect-src.',
  },
  get_request_failed: {
    what: 'What the page needs to know of Microsoft’s sign-in could not be fetched.',
    why: 'The network or a proxy stops requests to the host of {authority}.',
    who: 'user',
    fix: 'Check the network, then try again.',
  },
  failed_to_parse_response: {
    what: 'Something else than Microsoft has answered.',
    why: 'A proxy or a hotel’s sign-in page put its own page in the place of the answer.',
    who: 'user',
    fix: 'Open any other page to sign in to the network first, then try again.',
  },
  endpoints_resolution_error: {
    what: 'The addresses of the sign-in could not be found out.',
    why: '{authority} is misspelt, or does not answer, or its certificate is not trusted.',
    who: 'developer',
    fix: 'Open {authority}/v2.0/.well-known/openid-configuration in the browser: it has to show JSON.',
  },
  openid_config_error: {
    what: 'What the sign-in host says of itself can’t be used.',
    why: 'The document at {authority}/v2.0/.well-known/openid-configuration lacks something.',
    who: 'developer',
    fix: 'Correct “authority” and “tenant”.',
  },
  untrusted_authority: {
    what: 'The sign-in host is not one of Microsoft’s.',
    why: 'The host of {authority} is on no list of Microsoft’s clouds.',
    who: 'developer',
    fix: 'Use “tenant” and “cloud”, or correct the host.',
  },
  authority_mismatch: {
    what: 'The account was signed in at another host.',
    why: 'The settings of the page have changed since: {authority} was another one.',
    who: 'user',
    fix: 'Disconnect, then connect again.',
  },
  authority_uri_insecure: {
    what: 'The sign-in address is not secure.',
    why: '{authority} does not begin with https.',
    who: 'developer',
    fix: 'Write “authority” with https.',
  },
  issuer_validation_failed: {
    what: 'The sign-in host claims to be another one.',
    why: 'The issuer that it tells does not fit {authority}, as behind a proxy that takes its place.',
    who: 'developer',
    fix: 'Use the host’s real address as “authority”.',
  },
  url_parse_error: {
    what: 'An address in the settings is no address.',
    why: 'The authority or the redirect address can’t be read.',
    who: 'developer',
    fix: 'Correct “authority” and “redirect-uri”.',
  },
  no_account_error: {
    what: 'No account is signed in on this page.',
    why: 'The sign-in was removed, perhaps in another tab.',
    who: 'user',
    fix: 'Connect.',
  },
  no_account_found: {
    what: 'The account is no longer stored here.',
    why: 'It was disconnected in another tab, or the site’s data were deleted.',
    who: 'user',
    fix: 'Connect again with this account.',
  },
  no_account_in_silent_request: {
    what: 'It is not clear for whom the sign-in is to be renewed.',
    why: 'The page knows no account any more.',
    who: 'user',
    fix: 'Choose Connect and pick the account.',
  },
  no_tokens_found: {
    what: 'Nothing is stored that the sign-in could be renewed with.',
    why: 'The tab is new, or the site’s data were deleted.',
    who: 'user',
    fix: 'Sign in again.',
  },
  refresh_token_expired: {
    what: 'The sign-in of this page has ended after its 24 hours.',
    why: 'Microsoft lets pages renew for a day.',
    who: 'user',
    fix: 'Sign in again; your work is kept.',
  },
  native_account_unavailable: {
    what: 'The account of this device is not available to the page.',
    why: 'The sign-in of the operating system does not give it out any more.',
    who: 'user',
    fix: 'Sign in again.',
  },
  login_required: {
    what: 'Microsoft wants to see you again.',
    why: 'There is no session that the page could go on with, or its cookies are blocked in frames.',
    who: 'user',
    fix: 'Choose Sign in again.',
  },
  interaction_required: {
    what: 'Microsoft has something to ask you.',
    why: 'A confirmation, a choice or a consent is due, which can’t be done unseen.',
    who: 'user',
    fix: 'Sign in again and answer in Microsoft’s window.',
  },
  consent_required: {
    what: 'A permission is missing.',
    why: 'The page asks for more than was allowed before.',
    who: 'user',
    fix: 'Connect again and choose Accept.',
  },
  bad_token: {
    what: 'What was stored of the sign-in does not count any more.',
    why: 'Microsoft has withdrawn it.',
    who: 'user',
    fix: 'Sign in again.',
  },
  ui_not_allowed: {
    what: 'A window is needed, and none was allowed.',
    why: 'The sign-in of the device was asked unseen.',
    who: 'user',
    fix: 'Sign in again.',
  },
  interrupted_user: {
    what: 'Microsoft has interrupted the sign-in.',
    why: 'Something is to be done there first, such as accepting terms.',
    who: 'user',
    fix: 'Sign in again and follow the steps in the window.',
  },
  access_denied: {
    what: 'Microsoft answered that access was denied.',
    why: 'Somebody chose Cancel, or a rule of the organisation forbids it.',
    who: 'user',
    fix:
      'Connect again. If nobody has cancelled, ask the administrator, who sees the sign-in under ' +
      places.signInLogs +
      '.',
  },
  invalid_grant: {
    what: 'What the page holds of the sign-in is not accepted any more.',
    why: 'It has expired or was withdrawn.',
    who: 'user',
    fix: 'Sign in again.',
  },
  invalid_client: {
    what: 'Microsoft did not accept the application.',
    why: 'The redirect address is registered for another platform, so that Microsoft wants a proof no page can give.',
    who: 'registrant',
    fix: `Register {redirectUri} under ${places.authentication} → Single-page application.`,
  },
  unauthorized_client: {
    what: 'The application may not do this.',
    why: 'The app with the ID {clientId} is unknown or disabled at {authority}, or not for this kind of sign-in.',
    who: 'registrant',
    fix: `Compare the settings of the page with ${places.overview}.`,
  },
  invalid_request: {
    what: 'Microsoft did not accept the request.',
    why: 'Something in it is missing or doubled; the service’s own words tell more.',
    who: 'developer',
    fix: 'Read the code in the details, and check the settings of the page.',
  },
  invalid_scope: {
    what: 'One of the permissions asked for is not valid.',
    why: 'The setting “scopes” has a name that Microsoft does not know.',
    who: 'developer',
    fix: 'Correct “scopes”, or leave it out.',
  },
  temporarily_unavailable: {
    what: 'Microsoft’s sign-in is not available for a moment.',
    why: 'The service has said so itself.',
    who: 'nobody',
    fix: 'Try again in some minutes.',
  },
  server_error: {
    what: 'Microsoft’s sign-in had an error of its own.',
    why: 'It answered that something failed inside.',
    who: 'nobody',
    fix: 'Try again after a minute.',
  },
  unexpected_error: {
    what: 'The sign-in failed in a way that nobody foresaw.',
    why: 'The library for signing in could not say more.',
    who: 'developer',
    fix: 'Load the page again. If it stays, look into the browser’s console and give the details to the makers of the control.',
  },
  user_switch: {
    what: 'Another account than the expected one has signed in.',
    why: 'The sign-in of the device gave a different user.',
    who: 'user',
    fix: 'Choose Switch account, and pick the right one.',
  },
} satisfies Explanations;
