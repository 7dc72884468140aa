/**
 * Answers whose causes this platform does not have (other clouds, devices, outages): `POST /_emulator/refusals` scripts
 * them, so that a client hears what it would hear of Entra.
 */
export const scriptedCatalogue = {
  16002: { error: 'invalid_request', text: "The app-specified SID requirement wasn't met." },
  240001: {
    error: 'access_denied',
    text: "The user isn't authorized to register devices in Microsoft Entra ID.",
  },
  28002: {
    error: 'invalid_request',
    text: "Provided value for the input parameter scope isn't valid when requesting an access token. Specify a valid scope.",
  },
  500021: {
    error: 'access_denied',
    text: 'Access to the tenant is denied. The tenant restriction policy of the network does not allow it.',
  },
  50056: {
    error: 'invalid_grant',
    text: 'Invalid or null password: password does not exist in the directory for this user.',
  },
  50059: {
    error: 'invalid_request',
    text: 'No tenant-identifying information found in either the request or implied by any provided credentials.',
  },
  50064: { error: 'invalid_grant', text: 'Credential validation on username or password has failed.' },
  50072: {
    error: 'interaction_required',
    suberror: 'basic_action',
    text: 'Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication.',
  },
  50074: {
    error: 'interaction_required',
    suberror: 'basic_action',
    text: 'Strong Authentication is required.',
  },
  50078: {
    error: 'interaction_required',
    suberror: 'basic_action',
    text: 'Presented multi-factor authentication has expired due to policies configured by your administrator, you must refresh your multi-factor authentication.',
  },
  50079: {
    error: 'interaction_required',
    suberror: 'basic_action',
    text: 'Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access the resource.',
  },
  50087: {
    error: 'temporarily_unavailable',
    status: 503,
    text: 'A transient error occurred during sign-on. Please try again.',
  },
  50089: { error: 'invalid_grant', text: 'Authentication failed due to flow token expired.' },
  50128: {
    error: 'invalid_request',
    text: 'Invalid domain name. No tenant-identifying information found in either the request or implied by any provided credentials.',
  },
  50129: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'Device is not workplace joined. Workplace join is required to register the device.',
  },
  50132: {
    error: 'invalid_grant',
    text: 'The credentials have been revoked: the session is not valid due to a change or expiry of the password.',
  },
  50133: { error: 'invalid_grant', text: 'Session is invalid due to expiration or recent password change.' },
  50140: {
    error: 'interaction_required',
    text: "This error occurred due to 'Keep me signed in' interrupt when the user was signing-in.",
  },
  50144: { error: 'invalid_grant', text: "User's Active Directory password has expired." },
  50196: {
    error: 'invalid_grant',
    text: 'The server terminated an operation because it encountered a client request loop. Please contact your app vendor.',
  },
  50199: {
    error: 'interaction_required',
    text: 'For security reasons, user confirmation is required for this request.',
  },
  500212: {
    error: 'access_denied',
    text: "The user's administrator has set an outbound access policy that doesn't allow access to the resource tenant.",
  },
  500213: {
    error: 'access_denied',
    text: "The resource tenant's cross-tenant access policy doesn't allow this user to access this tenant.",
  },
  51004: { error: 'invalid_grant', text: "The user account {z} doesn't exist in the directory." },
  530032: { error: 'access_denied', suberror: 'message_only', text: 'Blocked by security policy.' },
  530034: {
    error: 'access_denied',
    suberror: 'message_only',
    text: 'A delegated administrator was blocked from accessing the tenant due to account risk.',
  },
  530035: {
    error: 'access_denied',
    suberror: 'message_only',
    text: 'Access has been blocked by security defaults.',
  },
  65005: {
    error: 'invalid_client',
    status: 400,
    text: "The application '{y}' required resource access list does not contain applications discoverable by the resource.",
  },
  650052: {
    error: 'invalid_client',
    status: 400,
    text: 'The app is trying to access a service that your organization lacks a service principal for or has not subscribed to.',
  },
  650057: {
    error: 'invalid_resource',
    text: "Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration. Client app ID: {x}({y}).",
  },
  70001: {
    error: 'unauthorized_client',
    text: "The application '{y}' is disabled or is not installed in the tenant.",
  },
  700011: {
    error: 'unauthorized_client',
    text: "Application with identifier '{x}' was not found in the directory.",
  },
  700022: {
    error: 'invalid_request',
    text: "The provided value for the input parameter scope isn't valid because it contains more than one resource.",
  },
  700023: {
    error: 'invalid_request',
    text: "The provided value for the input parameter scope isn't valid because it contains no resource.",
  },
  7000222: { error: 'invalid_client', text: "The provided client secret keys for app '{x}' are expired." },
  70043: {
    error: 'invalid_grant',
    text: 'The refresh token has expired or is invalid due to sign-in frequency checks by conditional access.',
  },
  90006: {
    error: 'temporarily_unavailable',
    status: 504,
    text: 'External security challenge was not satisfied in time: the service is unavailable.',
  },
  90008: {
    error: 'invalid_request',
    text: "The user or administrator has not consented to use the application with ID '{x}'. This happened because the application is misconfigured: it must require access to Microsoft Graph by specifying at least the 'Sign in and read user profile' permission.",
  },
  900023: {
    error: 'invalid_request',
    text: 'Specified tenant identifier is neither a valid DNS name, nor a valid external domain.',
  },
  90024: {
    error: 'temporarily_unavailable',
    status: 503,
    text: 'RequestBudgetExceededError - A transient error has occurred. Try again.',
  },
  90033: {
    error: 'temporarily_unavailable',
    status: 503,
    text: 'A transient error has occurred. Please try again.',
  },
  90038: {
    error: 'invalid_request',
    text: 'Tenant request is being redirected to the National Cloud.',
  },
  90072: {
    error: 'invalid_grant',
    text: "User account '{z}' from identity provider 'live.com' does not exist in the tenant and cannot access the application '{x}'({y}) in that tenant, or can't satisfy its multifactor requirement.",
  },
  90095: {
    error: 'access_denied',
    text: 'Admin consent is required for the permissions requested by this application. An admin consent request has been sent to the admin.',
  },
  90130: {
    error: 'invalid_request',
    text: "Application '{x}' ({y}) isn't supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.",
  },
  9001023: {
    error: 'invalid_request',
    text: "The grant type isn't supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.",
  },
} as const;
