import type { Explanations } from './explanation';
import { places } from './places';

/** Permissions: who must allow what. */
export const consent = {
  65001: {
    what: 'Nobody has yet allowed this page what it asks for.',
    why: 'Neither the user nor an administrator has consented to these permissions, or the consent was taken back.',
    who: 'user',
    fix:
      'Connect again and choose Accept when Microsoft asks. An administrator can do it for everybody: ' +
      places.consent +
      '.',
  },
  65004: {
    what: 'The permissions were declined.',
    why: 'In Microsoft’s window somebody chose Cancel, so the page got no access.',
    who: 'user',
    fix: 'Connect again and choose Accept, if you want the page to reach your files.',
  },
  90094: {
    what: 'An administrator has to allow this app before anybody can use it.',
    why: 'The organisation does not let its users consent to apps, or one of the permissions is for administrators only.',
    who: 'administrator',
    fix: `Open the address that the page offers to send to an administrator, or ${places.consent}.`,
  },
  90095: {
    what: 'A request for approval has been sent to the administrators.',
    why: 'The organisation lets administrators decide which apps its users may use, and the user has asked for this one.',
    who: 'administrator',
    fix: `Answer the request under ${places.consentRequests}. The user connects again afterwards.`,
  },
  90008: {
    what: 'The app asks for Microsoft Graph without having registered for it.',
    why: 'Neither the permission to sign in nor any other of Microsoft Graph stands in the registration of the app.',
    who: 'registrant',
    fix: `Add User.Read and Files.ReadWrite under ${places.permissions} → Add a permission → Microsoft Graph → Delegated permissions.`,
  },
  65005: {
    what: 'The registration does not list the permissions that the page asks for.',
    why: 'The list of required permissions lacks the service or the scope, and users of this organisation can’t add it by themselves.',
    who: 'registrant',
    fix: `Add every scope that the page uses under ${places.permissions}, then Grant admin consent.`,
  },
  650056: {
    what: 'The application is misconfigured: it has no permission that could be consented to.',
    why: 'No permission of Microsoft Graph is listed, or the administrator has not consented, or the client ID {clientId} is that of another app.',
    who: 'registrant',
    fix: `List User.Read and Files.ReadWrite under ${places.permissions} and choose Grant admin consent there.`,
  },
  650057: {
    what: 'The app asked for a service that is not in its registration.',
    why: 'The resource of the requested scopes is not among the permissions of the app with the ID {clientId}.',
    who: 'registrant',
    fix: `Add Microsoft Graph with the scopes in use under ${places.permissions}; restore the permissions there if they were removed.`,
  },
  650053: {
    what: 'The page asked for a permission that does not exist.',
    why: 'One of its scopes is misspelt, or exists for applications without users only.',
    who: 'developer',
    fix: 'Correct the setting “scopes” of the page, for example User.Read Files.ReadWrite, or leave it out.',
  },
  650052: {
    what: 'The organisation has no subscription to the service that the page needs.',
    why: 'SharePoint and OneDrive are not licensed in this tenant, or were switched off.',
    who: 'administrator',
    fix: 'Microsoft 365 admin centre → Billing → Licences: assign a plan with OneDrive; then sign in again.',
  },
  500011: {
    what: 'The service of the requested permissions does not exist in this organisation.',
    why: 'The address in the scopes is wrong or that of another cloud’s Microsoft Graph. This page uses {graph}.',
    who: 'developer',
    fix: 'Write the scopes by their short names (Files.ReadWrite), or with the Graph address of the same cloud as the sign-in.',
  },
  70011: {
    what: 'Microsoft did not accept the list of permissions.',
    why: 'A scope is misspelt, is of the wrong form, or can’t be combined with the others.',
    who: 'developer',
    fix: 'Correct the setting “scopes”: short names with spaces between them, without .default beside others.',
  },
  28002: {
    what: 'The permissions asked for with the code are not valid.',
    why: 'The value of scope in the request for a token has the wrong form.',
    who: 'developer',
    fix: 'Correct the setting “scopes” of the page, or find what changes the request on its way.',
  },
  28003: {
    what: 'No permission at all was asked for with the code.',
    why: 'The list of scopes was empty when the code was redeemed.',
    who: 'developer',
    fix: 'Name at least one scope of Microsoft Graph in the setting “scopes”, or leave the setting out.',
  },
  700022: {
    what: 'Permissions of several services were asked for at once.',
    why: 'One token is good for one service; the scopes name more than one, for example Microsoft Graph and SharePoint.',
    who: 'developer',
    fix: 'Keep only the scopes of Microsoft Graph in the setting “scopes” of the page.',
  },
  700023: {
    what: 'The permissions that were asked for belong to no service.',
    why: 'The request names OpenID scopes only, or the token of before was for none.',
    who: 'developer',
    fix: 'Add a scope of Microsoft Graph, for example Files.Read, to the setting “scopes”.',
  },
} satisfies Explanations;
