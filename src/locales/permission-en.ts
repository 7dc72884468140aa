/** What is said where a right is asked for at the moment it is needed. */
export const permissionEn = {
  'permission.title': 'Allow changes to your files',
  'permission.title.readAll': 'Open files of others',
  'permission.title.writeAll': 'Allow changes to files of others',
  'permission.title.sites': 'See your sites',
  'permission.title.teams': 'See your teams',
  'permission.open':
    'To open what others share with you, this page needs your permission to read all files that you can open.',
  'permission.sites':
    'To show the sites that you can open and their files, this page needs your permission to read them.',
  'permission.teams':
    'To show your teams, their channels and their files, this page needs your permission to read them.',
  'permission.link':
    'To open a sharing link, this page needs your permission to change your files: what the link leads to is added to what is shared with you.',
  'permission.upload': 'To upload here, this page needs your permission to change your files.',
  'permission.download': 'To download this, sign in again.',
  'permission.copy': 'To copy this, this page needs your permission to change your files.',
  'permission.create-folder': 'To create a folder, this page needs your permission to change your files.',
  'permission.create-file': 'To create a file, this page needs your permission to change your files.',
  'permission.rename': 'To rename this, this page needs your permission to change your files.',
  'permission.rename-all': 'To rename these, this page needs your permission to change your files.',
  'permission.check-out': 'To check files out or in, this page needs your permission to change your files.',
  'permission.move': 'To move this, this page needs your permission to change your files.',
  'permission.delete': 'To delete this, this page needs your permission to change your files.',
  'permission.share': 'To share this, this page needs your permission to change your files.',
  'permission.delete-for-ever': 'To delete this, this page needs your permission to change your files.',
  'permission.restore':
    'To restore from the recycle bin, Microsoft wants this page to have your permission to change all files that you can open.',
  'permission.restore-version':
    'To restore an earlier version, this page needs your permission to change your files.',
  'permission.explanation': 'Microsoft asks you in a small window. What you were doing goes on afterwards.',
  'permission.hostExplanation': 'This page asks for it. What you were doing goes on afterwards.',
  'permission.hostWaiting': 'Waiting for this page',
  'permission.action': 'Continue',
  'permission.decline': 'Not now',
  'permission.waiting': 'Finish in the window that opened',
  'permission.cancel': 'Cancel',
  'permission.tryAgain': 'Try again',
} as const;
