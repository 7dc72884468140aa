import type { Explanations } from './explanation';
import { places } from './places';

const OTHER_ACCOUNT =
  'Choose “Use another account” in Microsoft’s window and sign in with an account of the organisation';

/** Accounts that can't sign in, or not here. */
export const accounts = {
  50020: {
    what: 'This account is not known in the organisation of this page.',
    why: 'It belongs to another organisation or is a personal account, and nobody has invited it as a guest.',
    who: 'user',
    fix: `${OTHER_ACCOUNT}, or ask its administrator to invite this one (${places.users} → Invite external user).`,
  },
  90072: {
    what: 'A guest’s account can’t meet the demands of this organisation.',
    why: 'The account comes from outside and is not in the tenant, or must confirm itself there and can’t.',
    who: 'administrator',
    fix: `Invite the account under ${places.users} → Invite external user, and let it register a second factor.`,
  },
  500200: {
    what: 'Personal Microsoft accounts can’t be used with this app.',
    why: 'The app is registered for work and school accounts, and the account that was chosen is a personal one.',
    who: 'user',
    fix: 'Sign in with a work or school account. Whoever registered the app can admit personal ones under Supported account types.',
  },
  500208: {
    what: 'This kind of account can’t sign in at this address.',
    why: 'A personal account was used where organisations sign in ({authority}), or the other way round.',
    who: 'user',
    fix: 'Sign in with the other kind of account. Whoever runs the page can set “tenant” to common to admit both kinds.',
  },
  50034: {
    what: 'There is no such account in the organisation.',
    why: 'The address is mistyped, or the account was deleted, or it belongs to another organisation.',
    who: 'user',
    fix: 'Check the spelling of the address; if it is right, ask the administrator whether the account still exists.',
  },
  51004: {
    what: 'The account is not in the directory of this organisation.',
    why: 'It exists elsewhere, but was never added here, or was removed.',
    who: 'administrator',
    fix: `Add the account under ${places.users}, or tell the user to sign in with another one.`,
  },
  50126: {
    what: 'The address or the password is wrong.',
    why: 'Microsoft compared both and they do not belong together.',
    who: 'user',
    fix: 'Enter them again, or choose “Forgot my password” in Microsoft’s window.',
  },
  50056: {
    what: 'No password is stored for this account.',
    why: 'The account has none in this directory, for example because another system signs its users in.',
    who: 'user',
    fix: 'Enter the address again so that your organisation’s own sign-in page comes, or reset the password.',
  },
  50064: {
    what: 'The password could not be checked.',
    why: 'The check of user name and password failed, often at a sign-in server of the organisation itself.',
    who: 'user',
    fix: 'Try again. If it fails again with the right password, tell your administrator.',
  },
  50053: {
    what: 'The account is locked for a while, or the network address is blocked.',
    why: 'Too many wrong passwords were tried, or the sign-in came from an address with a bad record.',
    who: 'nobody',
    fix: `Wait a quarter of an hour, then try again. An administrator sees under ${places.signInLogs} which of the two it was.`,
  },
  50055: {
    what: 'The password has expired.',
    why: 'The organisation wants passwords to be changed from time to time, and this one is due.',
    who: 'user',
    fix: 'Set a new password in Microsoft’s window, then connect again.',
  },
  50057: {
    what: 'The account is disabled.',
    why: 'An administrator has blocked its sign-in.',
    who: 'administrator',
    fix: `${places.users} → the account → Edit properties → Account enabled.`,
  },
  50144: {
    what: 'The password of the organisation’s own directory has expired.',
    why: 'The account comes from a directory on the organisation’s premises (Active Directory), where its password ended.',
    who: 'user',
    fix: 'Change the password on a computer of the organisation, or ask its help desk to set a new one.',
  },
  50105: {
    what: 'This account was not given access to the app.',
    why: 'The app admits assigned users only, and this one is neither assigned nor in a group that is.',
    who: 'administrator',
    fix: `Add the user under ${places.assignment}, or set Properties → Assignment required to No.`,
  },
  500212: {
    what: 'The organisation does not let its accounts into the other organisation.',
    why: 'The policy for outgoing access of the user’s own organisation refuses this app or this tenant.',
    who: 'administrator',
    fix: `In the user’s own organisation: ${places.crossTenant} → Outbound access settings.`,
  },
  500213: {
    what: 'The organisation does not let accounts of others in.',
    why: 'The policy for incoming access of the organisation that owns the files refuses this user.',
    who: 'administrator',
    fix: `In the organisation of the files: ${places.crossTenant} → Inbound access settings.`,
  },
  500021: {
    what: 'The network does not allow sign-in to this organisation.',
    why: 'A proxy of the network tells Microsoft which tenants may be used (tenant restrictions), and this one is not among them.',
    who: 'administrator',
    fix: 'Add the tenant to the list in the header Restrict-Access-To-Tenants of the proxy, or use another network.',
  },
  240001: {
    what: 'Microsoft refused a device, not this sign-in.',
    why: 'The account may not join devices in bulk. A sign-in to a page does not ask for that.',
    who: 'administrator',
    fix: `Look for the program that joins devices under ${places.devices}; nothing is to be changed for this page.`,
  },
} satisfies Explanations;
