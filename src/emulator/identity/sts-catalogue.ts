/**
 * The AADSTS answers this identity platform can give. Numbers and sentences follow Microsoft's
 * public error reference; clients show them and must not branch on the wording.
 */
export const stsCatalogue = {
  16000: {
    error: 'interaction_required',
    text: 'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
  },
  160021: {
    error: 'interaction_required',
    text: 'Application requested a user session which does not exist.',
  },
  50011: {
    error: 'invalid_request',
    text: "The redirect URI '{x}' specified in the request does not match the redirect URIs configured for the application '{y}'. Make sure the redirect URI sent in the request matches one added to your application.",
  },
  50020: {
    error: 'invalid_grant',
    text: "User account '{x}' from identity provider 'live.com' does not exist in tenant '{y}' and cannot access the application '{z}' in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different account.",
  },
  50034: {
    error: 'invalid_grant',
    text: 'The user account {x} does not exist in the {y} directory. To sign into this application, the account must be added to the directory.',
  },
  50058: {
    error: 'login_required',
    text: 'Session information is not sufficient for single-sign-on. A silent sign-in request was sent but no user is signed in.',
  },
  50076: {
    error: 'interaction_required',
    suberror: 'basic_action',
    text: 'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
  },
  50126: {
    error: 'invalid_grant',
    text: 'Error validating credentials due to invalid username or password.',
  },
  50147: {
    error: 'invalid_request',
    text: "Invalid size of the code challenge parameter: '{x}' characters.",
  },
  501481: {
    error: 'invalid_grant',
    text: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },
  500011: {
    error: 'invalid_resource',
    text: 'The resource principal named {x} was not found in the tenant named {y}. You might have sent your authentication request to the wrong tenant.',
  },
  500208: { error: 'invalid_request', text: 'The domain is not a valid login domain for the account type.' },
  54005: {
    error: 'invalid_grant',
    text: 'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  },
  65001: {
    error: 'consent_required',
    suberror: 'consent_required',
    text: "The user or administrator has not consented to use the application with ID '{x}' named '{y}'. Send an interactive authorization request for this user and resource.",
  },
  65004: { error: 'access_denied', text: 'User declined to consent to access the app.' },
  650053: {
    error: 'invalid_client',
    text: "The application '{y}' asked for scope '{x}' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'. Contact the app vendor.",
  },
  70000: {
    error: 'invalid_grant',
    text: 'The provided authorization code or refresh token is not valid. It was not issued by this identity provider to this client, or it was revoked.',
  },
  70003: { error: 'unsupported_grant_type', text: "The app requested an unsupported grant type '{x}'." },
  70008: {
    error: 'invalid_grant',
    text: 'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  },
  70011: {
    error: 'invalid_scope',
    text: "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope {x} is not valid.",
  },
  700016: {
    error: 'unauthorized_client',
    text: "Application with identifier '{x}' was not found in the directory '{y}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.",
  },
  700022: {
    error: 'invalid_request',
    text: "The provided value for the input parameter 'scope' is not valid because it contains more than one resource.",
  },
  700025: {
    error: 'invalid_client',
    text: "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  },
  700054: {
    error: 'unsupported_response_type',
    text: "response_type '{x}' is not enabled for the application. Only the authorization code flow ('code') is served.",
  },
  700084: {
    error: 'invalid_grant',
    text: "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which can't be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.",
  },
  7000215: {
    error: 'invalid_client',
    text: "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{x}'.",
  },
  7000218: {
    error: 'invalid_client',
    text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  90002: {
    error: 'invalid_request',
    text: "Tenant '{x}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.",
  },
  90014: { error: 'invalid_request', text: "The required field '{x}' is missing from the credential." },
  900144: {
    error: 'invalid_request',
    text: "The request body must contain the following parameter: '{x}'.",
  },
  9000411: {
    error: 'invalid_request',
    text: "The request is not properly formatted. The parameter '{x}' is duplicated.",
  },
  90023: { error: 'invalid_request', text: "The value '{x}' of the parameter '{y}' is not supported." },
  90033: { error: 'temporarily_unavailable', text: 'A transient error has occurred. Please try again.' },
  90094: {
    error: 'consent_required',
    text: 'Admin consent is required for the permissions requested by this application. An administrator must grant them first.',
  },
  900561: {
    error: 'invalid_request',
    text: 'The endpoint only accepts POST requests. Received a {x} request.',
  },
  9002313: { error: 'invalid_request', text: 'Invalid request. Request is malformed or invalid. {x}' },
  9002325: {
    error: 'invalid_request',
    text: 'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  },
  9002326: {
    error: 'invalid_request',
    text: "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '{x}'.",
  },
  9002327: {
    error: 'invalid_request',
    text: "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  },
} as const satisfies Readonly<Record<number, { error: string; text: string; suberror?: string }>>;

export type StsCode = keyof typeof stsCatalogue;
