import { scriptedCatalogue } from './sts-scripted';

interface StsEntry {
  readonly error: string;
  readonly text: string;
  readonly suberror?: string;
  readonly status?: number;
}

/** What this platform refuses by its own rules. */
const ruledCatalogue = {
  16000: {
    error: 'interaction_required',
    text: 'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
  },
  160021: {
    error: 'interaction_required',
    text: 'Application requested a user session which does not exist.',
  },
  28003: {
    error: 'invalid_request',
    text: 'Provided value for the input parameter scope cannot be empty when requesting an access token using the provided authorization code. Please specify a valid scope.',
  },
  500011: {
    error: 'invalid_resource',
    text: 'The resource principal named {x} was not found in the tenant named {y}. You might have sent your authentication request to the wrong tenant.',
  },
  50011: {
    error: 'invalid_request',
    text: "The redirect URI '{x}' specified in the request does not match the redirect URIs configured for the application '{y}'. Make sure the redirect URI sent in the request matches one added to your application.",
  },
  500112: {
    error: 'invalid_grant',
    text: "The reply address '{x}' does not match the reply address '{y}' provided when requesting Authorization code.",
  },
  50020: {
    error: 'invalid_grant',
    text: "User account '{x}' from identity provider 'live.com' does not exist in tenant '{y}' and cannot access the application '{z}'({w}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.",
  },
  500200: {
    error: 'invalid_request',
    text: "User account '{x}' is a personal Microsoft account. Personal Microsoft accounts are not supported for this application unless explicitly invited to an organization. Try signing out and signing back in with an organizational account.",
  },
  500208: { error: 'invalid_request', text: 'The domain is not a valid login domain for the account type.' },
  50034: {
    error: 'invalid_grant',
    text: 'The user account {x} does not exist in the {y} directory. To sign into this application, the account must be added to the directory.',
  },
  50049: { error: 'invalid_instance', text: 'Unknown or invalid instance.' },
  50053: {
    error: 'invalid_grant',
    text: "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
  },
  50055: { error: 'invalid_grant', suberror: 'user_password_expired', text: 'The password is expired.' },
  50057: { error: 'invalid_grant', text: 'The user account is disabled.' },
  50058: {
    error: 'login_required',
    text: 'Session information is not sufficient for single-sign-on. A silent sign-in request was sent but no user is signed in.',
  },
  50076: {
    error: 'interaction_required',
    suberror: 'basic_action',
    text: "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
  },
  50097: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'Device authentication is required.',
  },
  50105: {
    error: 'access_denied',
    text: "Your administrator has configured the application {y} ('{x}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '{z}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.",
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
  50173: {
    error: 'invalid_grant',
    text: "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '{x}' and the TokensValidFrom date (before which tokens are not valid) for this user is '{y}'.",
  },
  50194: {
    error: 'invalid_request',
    text: "Application '{x}'({y}) is not configured as a multi-tenant application. Usage of the /{z} endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.",
  },
  53000: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'Device is not in required device state: compliant. Conditional Access policy requires a compliant device, and the device is not compliant.',
  },
  53001: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'Device is not in required device state: domain_joined. Conditional Access policy requires a domain joined device.',
  },
  530003: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'Your device is required to be managed to access this resource.',
  },
  53011: {
    error: 'access_denied',
    suberror: 'message_only',
    text: 'User blocked due to risk on home tenant.',
  },
  53003: {
    error: 'access_denied',
    suberror: 'message_only',
    text: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
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
    status: 400,
    text: "The application '{y}' asked for scope '{x}' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'. Contact the app vendor.",
  },
  650056: {
    error: 'invalid_client',
    status: 400,
    text: "Misconfigured application. This could be due to one of the following: the client has not listed any permissions for 'Microsoft Graph' in the requested permissions in the client's application registration. Or, the admin has not consented in the tenant. Or, check the application identifier in the request to ensure it matches the configured client application identifier. Please contact your admin to fix the configuration or consent on behalf of the tenant. Client app ID: {x}.",
  },
  70000: {
    error: 'invalid_grant',
    text: 'The provided authorization code or refresh token is not valid. It was not issued by this identity provider to this client, or it was revoked.',
  },
  7000112: { error: 'unauthorized_client', text: "Application '{x}'({y}) is disabled." },
  700016: {
    error: 'unauthorized_client',
    text: "Application with identifier '{x}' was not found in the directory '{y}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.",
  },
  7000215: {
    error: 'invalid_client',
    text: "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{x}'.",
  },
  7000218: {
    error: 'invalid_client',
    text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  700025: {
    error: 'invalid_client',
    text: "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  },
  70003: { error: 'unsupported_grant_type', text: "The app requested an unsupported grant type '{x}'." },
  70005: { error: 'unsupported_response_type', text: "The app returned an unsupported response type '{x}'." },
  700054: {
    error: 'unsupported_response_type',
    text: "response_type '{x}' is not enabled for the application.",
  },
  70008: {
    error: 'invalid_grant',
    text: 'The provided authorization code has expired. Send a new interactive authorization request for this user and resource.',
  },
  700082: {
    error: 'invalid_grant',
    text: 'The refresh token has expired due to inactivity. The token was issued on {x} and was inactive for 90.00:00:00.',
  },
  700084: {
    error: 'invalid_grant',
    text: "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which can't be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on {x}.",
  },
  70011: {
    error: 'invalid_scope',
    text: "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope {x} is not valid.",
  },
  70016: {
    error: 'authorization_pending',
    text: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
  },
  70018: {
    error: 'bad_verification_code',
    text: 'Invalid verification code due to User typing in wrong user code for device code flow. Authorization is not approved.',
  },
  70019: { error: 'expired_token', text: 'Verification code expired. Have the user retry the sign-in.' },
  70020: {
    error: 'expired_token',
    text: "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
  },
  90002: {
    error: 'invalid_request',
    text: "Tenant '{x}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.",
  },
  9000411: {
    error: 'invalid_request',
    text: "The request is not properly formatted. The parameter '{x}' is duplicated.",
  },
  90014: { error: 'invalid_request', text: "The required field '{x}' is missing from the credential." },
  900144: {
    error: 'invalid_request',
    text: "The request body must contain the following parameter: '{x}'.",
  },
  90023: { error: 'invalid_request', text: "Unsupported '{x}' value." },
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
  9002331: {
    error: 'invalid_request',
    text: "Application '{x}'({y}) is configured for use by Microsoft Account users only. Please use the /consumers endpoint to serve this request.",
  },
  9002332: {
    error: 'invalid_request',
    text: "Application '{x}'({y}) is configured for use by Azure Active Directory users only. Please do not use the /consumers endpoint to serve this request.",
  },
  900561: {
    error: 'invalid_request',
    text: 'The endpoint only accepts POST requests. Received a {x} request.',
  },
  90094: {
    error: 'access_denied',
    text: "The grant requires admin permission. Ask an administrator of the organization to grant consent to the application '{x}'({y}).",
  },
  900971: { error: 'invalid_request', text: 'No reply address provided.' },
} as const satisfies Readonly<Record<number, StsEntry>>;

export type StsCode = keyof typeof ruledCatalogue | keyof typeof scriptedCatalogue;

/**
 * The AADSTS answers this identity platform can give. Numbers and sentences follow Microsoft's
 * public error reference; clients show them and must not branch on the wording.
 */
export const stsCatalogue: Readonly<Record<StsCode, StsEntry>> = { ...ruledCatalogue, ...scriptedCatalogue };

export function isStsCode(value: unknown): value is StsCode {
  return typeof value === 'number' && Object.hasOwn(stsCatalogue, value);
}
