/** What is said of files that somebody has for themselves. */
export const checkoutEn = {
  'command.checkOut': 'Check out',
  'command.checkIn': 'Check in',
  'command.discardCheckOut': 'Discard check-out',
  'checkout.in.title': '{count, plural, one {Check in this file?} other {Check in # files?}}',
  'checkout.in.advice': 'Everybody with access sees the changes, and can change the file again.',
  'checkout.in.comment': 'Comment (optional)',
  'checkout.in.hint': 'It stands in the version history in SharePoint.',
  'checkout.in.action': 'Check in',
  'checkout.discard.title': '{count, plural, one {Discard this check-out?} other {Discard # check-outs?}}',
  'checkout.discard.advice':
    '{count, plural, one {All changes since the check-out are lost. The file becomes what it was before} other {All changes since the check-outs are lost. The files become what they were before}}. This can’t be undone.',
  'checkout.discard.action': 'Discard check-out',
  'checkout.locked': '{name} has checked it out. Nobody else can change it until {name} checks it in again.',
  'details.checkedOut': 'Checked out',
  'details.checkedOut.you': 'By you. Others see what it was before, and can’t change it.',
  'details.checkedOut.other': 'By {name}. You see what it was before, and can’t change it.',
} as const;
