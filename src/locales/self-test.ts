import { selfTestCauses } from './self-test-causes';

/** The words of the self-test. Loaded with it, and with nothing else. Values stand in braces; no plurals. */
export const selfTestTexts = {
  'panel.title': 'Self-test',
  'panel.intro':
    'Everything that OneDrive needs on this page is tried out, step by step. Nothing is changed, but for a small file that is uploaded and deleted again.',
  'panel.start': 'Start the test',
  'panel.again': 'Run again',
  'panel.cancel': 'Cancel',
  'panel.copyText': 'Copy report',
  'panel.copyJson': 'Copy as JSON',
  'panel.copied': 'The report was copied. It holds no password, no token and no name.',
  'panel.notCopied': 'The report could not be copied. Select the text below and copy it.',
  'panel.report': 'Report',
  'panel.results': 'Results',
  'panel.running': 'Testing …',
  'panel.asking': 'The test waits for you.',
  'panel.allRight': 'Nothing is wrong.',
  'panel.partly': 'Nothing wrong was found, but not everything was checked.',
  'panel.waiting':
    'Go on in the window that has opened. If it shows an error, or is closed already, choose Cancel and read below what was found.',
  'panel.counts': '{passed} passed, {failed} failed, {unchecked} not checked.',
  'panel.first': 'First to put right: “{check}”.',
  'panel.cause': 'What is wrong',
  'panel.fix': 'What to do',
  'panel.who': 'Who can do it',
  'panel.openAddress': 'Open the address',
  'panel.copyAddress': 'Copy the address',
  'panel.addressCopied': 'Copied',
  'panel.back': 'Back to OneDrive',
  'panel.open': 'Open OneDrive',
  'panel.setup': 'Back to the set-up',
  'ask.sign-in': 'To go on, sign in with an account of the people who will use this page. A window opens.',
  'ask.sign-in.action': 'Sign in to test',
  'ask.permission':
    'To test uploading, the page needs the permission to change files. A window asks for it; the test file is deleted again.',
  'ask.permission.action': 'Allow changes to test',
  'ask.window-gone':
    'The sign-in window seems to be closed, and nothing came back. If it showed an error, open it again and note the code (AADSTS…): docs/errors.md explains it. If the window is still open, go on there.',
  'ask.window-gone.action': 'Open the window again',
  'ask.skip': 'Skip this step',

  'status.passed': 'Passed',
  'status.failed': 'Failed',
  'status.unchecked': 'Not checked',
  'status.running': 'Testing',
  'status.waiting': 'Waiting',

  'who.user': 'You, in this browser or with this account',
  'who.administrator': 'An administrator of your organisation',
  'who.registrar': 'Whoever registered the app at Microsoft',
  'who.operator': 'Whoever runs the web server of this page',
  'who.developer': 'Whoever built or configured this page',

  'check.configuration': 'The settings are well-formed',
  'check.permissions': 'No more permissions are asked for than OneDrive needs',
  'check.secure-context': 'The page is secure (https)',
  'check.storage': 'The browser keeps data for this page',
  'check.framing': 'The page is not shut into a frame of another site',
  'check.policy': 'The page’s security policy allows Microsoft’s addresses',
  'check.redirect-page': 'The redirect page is there and unchanged',
  'check.redirect-script': 'The script of the redirect page is there and unchanged',
  'check.redirect-headers': 'The redirect page has the right headers',
  'check.redirect-frame': 'The redirect page works in a hidden frame',
  'check.authority': 'Microsoft’s sign-in knows the tenant',
  'check.registration': 'The app registration knows the client id and the redirect address',
  'check.popups': 'The sign-in window can open',
  'check.sign-in': 'Signing in works',
  'check.scopes': 'The permissions asked for were granted',
  'check.graph': 'Microsoft Graph can be reached',
  'check.clock': 'The clock of this computer is right',
  'check.drive': 'The account has a OneDrive',
  'check.writing': 'The page may change files',
  'check.upload': 'A file can be uploaded',
  'check.download': 'A file can be downloaded',
  'check.clean-up': 'The test file was deleted again',

  'passed.sign-in': 'Signed in as {account}.',
  'passed.scopes': 'Granted: {granted}.',
  'passed.drive': 'Kind of drive: {driveType}.',
  'passed.upload': 'Bytes went to {host}.',
  'passed.download': 'Bytes came from {host}.',
  'passed.registration':
    'That the address is registered for a single-page application, and not for the Web, shows when somebody signs in.',

  'why.because': 'It needs “{check}”, which has to be put right first.',
  'why.cancelled': 'The test was cancelled before.',
  'why.no-click': 'It takes a click that opens the sign-in window, and there was none.',
  'why.no-permission':
    'The permission to change files was not given. Uploading needs it; opening files does not.',
  'why.no-answer': 'There was no answer in time. Run the test again.',
  'why.nothing-told': 'No answer named the time.',
  'why.unexpected': 'Something unexpected happened ({code}). Run the test again.',
  'why.not-needed': 'Nothing had to be done here.',
  'why.host-tokens': 'This page signs its users in by itself and gives its tokens (getAccessToken).',
  'why.own-files-closed':
    'The page’s security policy does not let scripts read files of the page (connect-src ’self’). OneDrive does not need that; only this test does.',
  'why.opaque-token': 'The token of a personal account can’t be read by anybody but Microsoft.',

  ...selfTestCauses,
} as const;

export type SelfTestTextId = keyof typeof selfTestTexts;
