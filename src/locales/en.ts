/** English: the source of all other languages. ICU message syntax. One sentence says one thing. */
export const en = {
  'app.title': 'OneDrive Control',
  'app.signedInAs': 'Signed in as {name}',

  'configuration.title': 'This page is not set up yet',
  'configuration.intro': 'Its settings (onedrive.config.json) can’t be used:',
  'configuration.unreadable':
    'The file onedrive.config.json is not valid JSON. Correct it; a missing or extra comma is the usual cause.',
  'configuration.missing-client-id':
    'The client id is missing. Add “clientId”: the Application (client) ID of the app registration.',
  'configuration.client-id':
    'The client id “{value}” is not a valid id. Copy the Application (client) ID from the app registration: 32 hexadecimal digits in five groups.',
  'configuration.tenant':
    'The tenant “{value}” is not valid. Use the directory (tenant) ID, a domain, or common, organizations or consumers.',
  'configuration.authority':
    'The authority “{value}” is not valid. It starts with https:// and ends with the tenant, for example https://login.microsoftonline.com/common.',
  'configuration.redirect-uri':
    'The redirect address “{value}” is not secure. Serve this page over https; only localhost may use http.',
  'configuration.unknown-key': '“{key}” is not a setting. Known settings: {known}.',
  'configuration.wrong-value': 'The value of “{key}” is not one of those allowed. See docs/configuration.md.',
  'configuration.help': 'Correct the file and reload this page. Nothing was sent to Microsoft.',

  // Plain texts, which the element's script has too (embed.ts).
  'element.failed': 'Your OneDrive could not be loaded. Check the network.',
  'element.elsewhere': 'Your OneDrive works only in its own page.',
  'element.tryAgain': 'Try again',
  'element.chooseFile': 'Choose a file.',
  'element.chooseFolder': 'Choose a folder.',

  'setup.title': 'This control is not set up yet',
  'setup.clientId':
    'Its client id (client-id, clientId) is missing or is no valid id. Copy the Application (client) ID from the app registration.',
  'setup.redirectUri':
    'Its redirect address (redirect-uri, redirectUri) is missing or belongs to another site. Put oauth2callback.html and oauth2callback.js on {origin}, register the address of the page as a single-page application, and name it here.',
  'setup.tenant':
    'Its tenant is not valid. Use the directory (tenant) ID, a domain, or common, organizations or consumers.',
  'setup.authority':
    'Its authority is not valid. It starts with https:// and ends with the tenant, for example https://login.microsoftonline.com/common.',
  'setup.cloud': 'Its cloud is not known. Use global, usgov, usgov-dod or china.',
  'setup.graph':
    'Its address of Microsoft Graph (graph) is not valid. It is a secure address such as https://graph.microsoft.com/v1.0.',
  'setup.getAccessToken':
    'Its getAccessToken is no function. It can only be set by a script, not as an attribute.',

  'drop.here': 'Upload to {folder}',
  'drop.unreadable':
    '{count, plural, one {# dropped item could not be read.} other {# dropped items could not be read.}}',

  'view.label': 'OneDrive',

  'path.root': 'My files',
  'path.label': 'Breadcrumb',
  'path.more': 'More folders on the way here',

  'list.label': 'Files',
  'list.name': 'Name',
  'list.modified': 'Modified',
  'list.modifiedBy': 'Modified by',
  'list.modifiedOn': 'modified {date}',
  'list.size': 'Size',
  'list.select': 'Select {name}',
  'list.selectAll': 'Select all',
  'list.selection': 'Selection',
  'list.items': '{count, plural, one {# item} other {# items}}',
  'list.folder': 'Folder',
  'list.shared': 'Shared',
  'list.refused': '{name}: {reason}',
  'list.refused.file': 'Only files can be chosen',
  'list.refused.folder': 'Only folders can be chosen',
  'list.refused.type': 'Only {types} files can be chosen',
  'list.refused.otherType': 'Files of this type can’t be chosen',
  'list.refused.size': 'Larger than {size}',
  'list.refused.host': 'Can’t be chosen here',
  'list.refused.count':
    '{count, plural, one {# is chosen already, more are not allowed} other {# are chosen already, more are not allowed}}',
  'list.type.audio': 'audio',
  'list.type.image': 'image',
  'list.type.text': 'text',
  'list.type.video': 'video',
  'list.gatheredFull':
    '{count, plural, =0 {No file in {folder} was added: no more can be chosen.} one {# file in {folder} was added. No more can be chosen.} other {# files in {folder} were added. No more can be chosen.}}',
  'list.gatherFailed': 'The files in {folder} could not be listed: {title}',
  'list.gathered':
    '{count, plural, =0 {No file in {folder} was added.} one {# file in {folder} was added.} other {# files in {folder} were added.}}',

  'state.loading': 'Loading files…',
  'state.loaded': 'Loaded {count, plural, one {# item} other {# items}}…',
  'state.loadedAll': '{count, plural, one {# item is listed.} other {# items are listed.}}',
  'state.empty.title': 'This folder is empty',
  'state.empty.advice': 'Drop files here, or start with one of these.',
  'state.empty.adviceFiles': 'Drop files here, or add them from this device.',
  'state.empty.advicePick': 'There is nothing to choose here.',
  'state.empty.files': 'Add files',
  'state.empty.folder': 'Create a folder',
  'state.filtered.title': 'No name contains “{filter}”',
  'state.filtered.advice':
    '{count, plural, one {# item is in this folder.} other {# items are in this folder.}}',
  'state.filtered.showAll': 'Show all',
  'state.hidden.title': 'Nothing to choose here',
  'state.hidden.advice':
    '{count, plural, one {# item that can’t be chosen is hidden.} other {# items that can’t be chosen are hidden.}}',
  'state.hidden.types':
    'Only {types} files can be chosen – {count, plural, one {# other item} other {# other items}} hidden.',
  'state.offline': 'You are offline. The list shows what was loaded last.',
  'state.advice.offline':
    'Check the network connection. The list goes on by itself as soon as the connection is back.',
  'state.advice.throttled': 'It asked us to wait. The list goes on by itself.',
  'state.signInAgain': 'Sign in again',
  'state.folderAbove': 'Go to the folder above',
  'state.switchAccount': 'Use another account',
  'state.tryAgain': 'Try again',
  'state.retryNow': 'Retry now',
  'state.retryIn': 'Trying again in {seconds, plural, one {# second} other {# seconds}}.',
  'state.details': 'Details',
  'state.details.code': 'Code',
  'state.details.status': 'Status',
  'state.details.serviceCode': 'Service code',
  'state.details.requestId': 'Request id',
  'state.details.time': 'Time',
  'state.copy': 'Copy',
  'state.copied': 'Copied',
  'state.crash.title': 'This part of the control stopped working',
  'state.crash.advice': 'Transfers go on. Show the list again.',
  'state.crash.action': 'Show again',

  'error.access-denied.title': 'You can’t do this here',
  'error.access-denied.advice': 'Ask the owner of the folder for access, or choose another folder.',
  'error.account-not-allowed.title': 'This account can’t be used here',
  'error.account-not-allowed.advice': 'Sign in with an account of the organisation this page belongs to.',
  'error.admin-approval-needed.title': 'Your administrator has to approve this',
  'error.admin-approval-needed.advice':
    'Your organisation lets only administrators allow new apps. Ask your administrator to approve this one.',
  'error.cancelled.title': 'Cancelled',
  'error.cancelled.advice': 'Nothing was changed.',
  'error.changed-elsewhere.title': 'Somebody else changed this meanwhile',
  'error.changed-elsewhere.advice': 'Refresh the list to see the change, then try again.',
  'error.client-unknown.title': 'Microsoft does not know this app',
  'error.client-unknown.advice':
    'The client id of this page is not registered in this organisation. Whoever runs this page has to check the client id and the tenant.',
  'error.configuration-invalid.title': 'The settings of this page are not right',
  'error.configuration-invalid.advice': 'Whoever runs this page has to correct its configuration.',
  'error.consent-declined.title': 'Permission was not given',
  'error.consent-declined.advice': 'Without it this can’t be done. Nothing was changed; you can try again.',
  'error.invalid-name.title': 'OneDrive does not allow this name',
  'error.invalid-name.advice': 'Use another name.',
  'error.invalid-request.title': 'OneDrive did not accept the request',
  'error.invalid-request.advice': 'Refresh the list and try again.',
  'error.locked.title': 'The file is in use',
  'error.locked.advice': 'Close it wherever it is open, then try again.',
  'error.malware.title': 'OneDrive found malware in this file',
  'error.malware.advice': 'It can’t be downloaded. Delete it, or ask your administrator.',
  'error.name-conflict.title': 'The name is taken',
  'error.name-conflict.advice': 'Choose another name.',
  'error.no-drive.title': 'This account has no OneDrive',
  'error.no-drive.advice':
    'Open OneDrive once at office.com to have it set up, or ask your administrator for a licence, or sign in with another account.',
  'error.not-found.title': 'This is no longer here',
  'error.not-found.advice': 'It was deleted or moved.',
  'error.offline.title': 'No connection',
  'error.offline.advice': 'Check the network connection.',
  'error.popup-blocked.title': 'The browser blocked the sign-in window',
  'error.popup-blocked.advice': 'Allow pop-up windows for this page, then try again.',
  'error.quota-exceeded.title': 'The OneDrive is full',
  'error.quota-exceeded.advice': 'Delete something or get more storage, then try again.',
  'error.redirect-mismatch.title': 'The sign-in address of this page is not registered',
  'error.redirect-mismatch.advice':
    'Whoever runs this page has to add its oauth2callback.html address under “Single-page application” in the app registration.',
  'error.session-lost.title': 'The upload was interrupted for too long',
  'error.session-lost.advice': 'Start this upload again.',
  'error.sign-in-failed.title': 'Signing in did not work',
  'error.sign-in-failed.advice':
    'Try again. If it keeps failing, show the details to whoever runs this page.',
  'error.sign-in-needed.title': 'Sign in again',
  'error.sign-in-needed.advice': 'Your sign-in has expired. Your work is kept.',
  'error.source-changed.title': 'The file changed while it was being uploaded',
  'error.source-changed.advice': 'Upload it again.',
  'error.tenant-unknown.title': 'Microsoft does not know this organisation',
  'error.tenant-unknown.advice':
    'The tenant of this page was not found. Whoever runs this page has to check the tenant id.',
  'error.throttled.title': 'OneDrive is busy',
  'error.throttled.advice': 'It asked us to wait. Try again in a moment.',
  'error.timed-out.title': 'OneDrive did not answer in time',
  'error.timed-out.advice': 'Try again.',
  'error.unavailable.title': 'OneDrive is not available right now',
  'error.unavailable.advice': 'Try again in a moment.',
  'error.unexpected-answer.title': 'OneDrive gave an unexpected answer',
  'error.unexpected-answer.advice':
    'Try again. If it keeps failing, show the details to whoever runs this page.',
  'error.verification-failed.title': 'The uploaded file differs from the original',
  'error.verification-failed.advice': 'Upload it again.',
} as const;
