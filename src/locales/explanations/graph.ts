import type { Explanations } from './explanation';
import { places } from './places';

/** By Microsoft Graph's codes, as its newest spelling has them; upper and lower case are one. */
export const graph = {
  accessDenied: {
    what: 'OneDrive refused this for the account that is signed in.',
    why: 'The item belongs to somebody else and is not shared for this, or the page has a smaller permission than it needs.',
    who: 'user',
    fix: 'Ask the owner for access. If it is your own file, disconnect and connect again, so that missing permissions are asked for.',
  },
  Authorization_RequestDenied: {
    what: 'The permission for this is missing in the directory.',
    why: 'The account or the app may not read what was asked in the organisation’s directory.',
    who: 'administrator',
    fix: `Consent to the permissions of the app: ${places.consent}.`,
  },
  itemNotFound: {
    what: 'OneDrive does not find the item.',
    why: 'It was deleted, moved out of reach, or was never in this drive.',
    who: 'user',
    fix: 'Refresh the list; look into the recycle bin of OneDrive on the web.',
  },
  ResourceNotFound: {
    what: 'What was asked for does not exist, or this account has no OneDrive.',
    why: 'A work account without a licence for SharePoint has no drive.',
    who: 'administrator',
    fix: 'Microsoft 365 admin centre → Users → Active users → the user → Licences and apps: assign a plan with OneDrive.',
  },
  mySiteNotFound: {
    what: 'The OneDrive of this account was never set up.',
    why: 'It is made when it is first opened, and needs a licence.',
    who: 'user',
    fix: 'Open OneDrive once at office.com and wait until it is ready; ask the administrator for a licence if it says that there is none.',
  },
  quotaLimitReached: {
    what: 'There is no room left in this OneDrive.',
    why: 'Its files, old versions and recycle bin fill the whole quota.',
    who: 'user',
    fix: 'Delete something and empty the recycle bin, or ask the administrator for more storage.',
  },
  insufficientStorage: {
    what: 'The file does not fit into what is left of this OneDrive.',
    why: 'It is larger than the room that remains.',
    who: 'user',
    fix: 'Make room for it, or choose another drive.',
  },
  tooManyRequests: {
    what: 'OneDrive asks this page to slow down.',
    why: 'Too many requests came from this app, this user or the whole organisation.',
    who: 'nobody',
    fix: 'Wait; lists and transfers go on when OneDrive allows it.',
  },
  activityLimitReached: {
    what: 'The app or the user has been throttled.',
    why: 'A limit for activity was reached, which all users of the app in the organisation share.',
    who: 'nobody',
    fix: 'Wait some minutes. If it comes often, the developer has fewer requests made at once.',
  },
  throttledRequest: {
    what: 'Too many requests came at once.',
    why: 'The service protects itself for a short time.',
    who: 'nobody',
    fix: 'Wait until the control goes on.',
  },
  InvalidAuthenticationToken: {
    what: 'Microsoft Graph did not accept the token.',
    why: 'It has expired, is for another service or another cloud, or the clock of this device is wrong. This page uses {graph}.',
    who: 'user',
    fix: 'Sign in again; check date and time of the device. A page with getAccessToken has to give tokens for Microsoft Graph.',
  },
  unauthenticated: {
    what: 'OneDrive does not know who asks.',
    why: 'The token is missing, has expired, or was withdrawn.',
    who: 'user',
    fix: 'Sign in again.',
  },
  generalException: {
    what: 'Something failed inside of OneDrive.',
    why: 'The service does not say what; it is often over after a moment.',
    who: 'nobody',
    fix: 'Try again. If it stays, give the request id to Microsoft’s support.',
  },
  serviceNotAvailable: {
    what: 'OneDrive is not available.',
    why: 'The service is overloaded or under maintenance.',
    who: 'nobody',
    fix: 'Try again in some minutes; status.cloud.microsoft tells of longer outages.',
  },
  UnknownError: {
    what: 'Microsoft Graph had an error without a name.',
    why: 'A part behind it gave no readable answer.',
    who: 'nobody',
    fix: 'Try again; keep the request id for the support if it stays.',
  },
  invalidRequest: {
    what: 'OneDrive could not make sense of the request.',
    why: 'The item does not allow this, or the control asked wrongly.',
    who: 'developer',
    fix: 'Refresh the list and try once more; if it stays, give the details to the makers of the control.',
  },
  BadRequest: {
    what: 'Microsoft Graph could not read the request.',
    why: 'Something between the browser and Graph has changed it, or the control asked wrongly.',
    who: 'developer',
    fix: 'Check proxies in between, and give the details to the makers of the control.',
  },
  nameAlreadyExists: {
    what: 'Something in this folder has this name already.',
    why: 'OneDrive allows a name once in a folder; capital letters make no difference.',
    who: 'user',
    fix: 'Choose another name, or rename what is there.',
  },
  resourceModified: {
    what: 'The item was changed since it was listed.',
    why: 'Somebody else, or another program, was faster.',
    who: 'user',
    fix: 'Refresh the list, look at the change, then decide.',
  },
  resourceLocked: {
    what: 'The file is locked.',
    why: 'Somebody edits it in an Office program, or has checked it out.',
    who: 'user',
    fix: 'Close it, or wait until the other person is done.',
  },
  notAllowed: {
    what: 'This is not allowed for the item.',
    why: 'A retention rule, a hold, or the kind of the item forbids it.',
    who: 'administrator',
    fix: 'Microsoft Purview portal → Data lifecycle management: see which rule holds the item.',
  },
  notSupported: {
    what: 'OneDrive does not support this here.',
    why: 'Work and personal drives differ in what they can do.',
    who: 'user',
    fix: 'Do it in OneDrive on the web.',
  },
  malwareDetected: {
    what: 'OneDrive found malware in the file and locked it.',
    why: 'Its scanner knows what is in it.',
    who: 'administrator',
    fix: 'Microsoft Defender portal → Email & collaboration → Review → Quarantine → Files: release or delete it.',
  },
  accountUpgradeRequired: {
    what: 'This personal OneDrive lacks what was asked for.',
    why: 'The function belongs to a paid plan.',
    who: 'user',
    fix: 'Do without it, or upgrade the plan at microsoft.com.',
  },
  tenantNotFound: {
    what: 'Microsoft Graph does not know the organisation of the token.',
    why: 'The token is of another cloud than {graph}.',
    who: 'developer',
    fix: 'Set “cloud” so that sign-in and Graph belong together.',
  },
} satisfies Explanations;
