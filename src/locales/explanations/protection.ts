import type { Explanations } from './explanation';
import { places } from './places';

const CONFIRM = 'Connect again and confirm the sign-in in Microsoft’s window.';

/** Second factors, devices and policies of the organisation. */
export const protection = {
  50076: {
    what: 'The sign-in has to be confirmed by a second factor.',
    why: 'The organisation changed its rules, or you are at another place than usual.',
    who: 'user',
    fix: CONFIRM,
  },
  50079: {
    what: 'A second factor has to be set up first.',
    why: 'The organisation demands one, and the account has none yet, or it is to be confirmed in a new way.',
    who: 'user',
    fix: 'Connect again and follow Microsoft’s steps to register a phone or an authenticator app.',
  },
  50074: {
    what: 'The second factor was not confirmed.',
    why: 'Strong authentication is demanded, and the call, message or app was not answered.',
    who: 'user',
    fix: 'Connect again and answer the request on your phone or key.',
  },
  50072: {
    what: 'The account has to be enrolled for a second factor.',
    why: 'Multi-factor authentication was switched on for it, and nothing is registered to confirm with.',
    who: 'user',
    fix: 'Connect again and let Microsoft’s window lead you through the registration, or open aka.ms/mfasetup.',
  },
  50078: {
    what: 'The confirmation by a second factor has expired.',
    why: 'The organisation wants it to be repeated after some time.',
    who: 'user',
    fix: 'Connect again and confirm once more with your second factor.',
  },
  53000: {
    what: 'This device does not fulfil the rules of the organisation.',
    why: 'Conditional Access admits compliant devices only, and this one is not known as such.',
    who: 'user',
    fix: 'Update the device and register it in the Company Portal, or use one of the organisation. In Chrome install the extension “Microsoft Single Sign On”.',
  },
  53001: {
    what: 'This device does not belong to the organisation.',
    why: 'Conditional Access admits domain-joined devices only.',
    who: 'user',
    fix: 'Use a computer of the organisation, with Edge, or with Chrome and the extension “Microsoft Single Sign On”.',
  },
  530003: {
    what: 'The organisation allows this only on devices that it manages.',
    why: 'The device is not enrolled in its management, or the browser does not tell of it.',
    who: 'user',
    fix: 'Enrol the device (Settings → Accounts → Access work or school), or use a managed one.',
  },
  50097: {
    what: 'The device itself has to prove who it is.',
    why: 'A rule demands device authentication, and the browser sent no proof.',
    who: 'user',
    fix: 'Use Edge signed in with the work account, or Chrome with the extension “Microsoft Single Sign On”.',
  },
  50129: {
    what: 'The device is not registered in the organisation.',
    why: 'A rule wants a device that is joined to the workplace.',
    who: 'user',
    fix: 'Register the device under Settings → Accounts → Access work or school, then connect again.',
  },
  53003: {
    what: 'A rule of the organisation blocks this access.',
    why: 'A Conditional Access policy forbids it for this user, app, place or device. Trying again changes nothing.',
    who: 'administrator',
    fix: `Find the sign-in by its correlation id under ${places.signInLogs} → Conditional Access, see which policy it was, and change it under ${places.conditionalAccess}.`,
  },
  530032: {
    what: 'A security policy of the organisation stopped this sign-in.',
    why: 'The tenant has a policy that does not admit this way of signing in.',
    who: 'administrator',
    fix: `Look the correlation id up under ${places.signInLogs} → Basic info → Failure reason.`,
  },
  530034: {
    what: 'Microsoft’s security defaults blocked a risky sign-in.',
    why: 'The attempt looked dangerous, and the organisation uses the security defaults.',
    who: 'administrator',
    fix: `Check the sign-in under ${places.signInLogs}, then reset the user’s password.`,
  },
  530035: {
    what: 'The security defaults do not allow this way of signing in.',
    why: 'Old authentication methods and unconfirmed devices are refused where security defaults are on.',
    who: 'administrator',
    fix: 'Entra admin centre → Overview → Properties → Manage security defaults; the user sets up a second factor.',
  },
  53011: {
    what: 'The user is blocked because the account is at risk.',
    why: 'Microsoft saw signs that somebody else may use the account (leaked password, odd places).',
    who: 'administrator',
    fix: 'Entra admin centre → Protection → Risky users: check the user, then dismiss the risk or reset the password.',
  },
  50140: {
    what: 'Microsoft stopped to ask whether you want to stay signed in.',
    why: 'That is a usual step; it counts as an error only until it is answered.',
    who: 'user',
    fix: 'Answer the question in Microsoft’s window: Yes or No, both go on.',
  },
  50199: {
    what: 'Microsoft stopped to ask whether this sign-in is really wanted.',
    why: 'A link or a page has started it, so that Microsoft has it confirmed.',
    who: 'user',
    fix: 'Choose Continue in Microsoft’s window, if it names this app.',
  },
} satisfies Explanations;
