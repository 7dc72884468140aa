/** What no first screen fails of: with the parts that can, these come. */
export const laterErrors = {
  // Of signing in alone.
  'error.client-unknown.title': 'Microsoft does not know this app',
  'error.client-unknown.advice':
    'The client id of this page is not registered in this organisation. Whoever runs this page has to check the client id and the tenant.',
  'error.popup-blocked.title': 'The browser blocked the sign-in window',
  'error.popup-blocked.advice': 'Allow pop-up windows for this page, then try again.',
  'error.redirect-mismatch.title': 'The sign-in address of this page is not registered',
  'error.redirect-mismatch.advice':
    'Whoever runs this page has to add its oauth2callback.html address under “Single-page application” in the app registration.',
  'error.sign-in-failed.title': 'Signing in did not work',
  'error.sign-in-failed.advice':
    'Try again. If it keeps failing, show the details to whoever runs this page.',
  'error.tenant-unknown.title': 'Microsoft does not know this organisation',
  'error.tenant-unknown.advice':
    'The tenant of this page was not found. Whoever runs this page has to check the tenant id.',

  // Of changes alone.
  'error.refused-by-page.title': 'This page does not allow it',
  'error.refused-by-page.advice': 'Ask whoever runs this page.',
  'error.name-conflict.title': 'The name is taken',
  'error.name-conflict.advice': 'Choose another name.',
  'error.cancelled.title': 'Cancelled',
  'error.cancelled.advice': 'Nothing was changed.',
  'error.consent-declined.title': 'Permission was not given',
  'error.consent-declined.advice': 'Without it this can’t be done. Nothing was changed; you can try again.',
  'error.changed-elsewhere.title': 'Somebody else changed this meanwhile',
  'error.changed-elsewhere.advice': 'Refresh the list to see the change, then try again.',
  'error.locked.title': 'The file is in use',
  'error.locked.advice': 'Close it wherever it is open, then try again.',
  'error.quota-exceeded.title': 'The OneDrive is full',
  'error.quota-exceeded.advice': 'Delete something or get more storage, then try again.',

  // Of transfers alone.
  'error.disk-full.title': 'There is no room left on this device',
  'error.disk-full.advice': 'Free some space, or choose another place, and try again.',
  'error.malware.title': 'OneDrive found malware in this file',
  'error.malware.advice': 'It can’t be downloaded. Delete it, or ask your administrator.',
  'error.save-refused.title': 'The file can’t be written on this device',
  'error.save-refused.advice': 'Try again, and choose another place.',
  'error.file-too-large.title': 'The file is too large for OneDrive',
  'error.file-too-large.advice': 'A file can have at most 250 GB.',
  'error.session-lost.title': 'The upload was interrupted for too long',
  'error.session-lost.advice': 'Start this upload again.',
  'error.source-changed.title': 'The file was changed, moved or can’t be read',
  'error.source-changed.advice': 'Choose it again; a folder as a folder.',
  'error.verification-failed.title': 'What arrived differs from the original',
  'error.verification-failed.advice': 'Try it again.',
} as const;
