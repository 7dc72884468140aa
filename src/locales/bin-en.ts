/** What is said of what is deleted, beside the operations themselves. */
export const binEn = {
  'command.restore': 'Restore',
  'command.deleteForEver': 'Delete for ever',
  'command.deleteForEver.key': 'Delete for ever, in drives of work and school',
  'action.restoreOnWeb': 'Microsoft restores this only on its own page',
  'dialog.deleteForEver.title':
    '{count, plural, one {Delete this item for ever?} other {Delete # items for ever?}}',
  'dialog.deleteForEver.one':
    '{name} does not go to the recycle bin. It is gone at once, with all its versions.',
  'dialog.deleteForEver.many':
    '{count, plural, one {# item does not go} other {# items do not go}} to the recycle bin. They are gone at once, with all their versions.',
  'dialog.deleteForEver.folders': 'All that lies in a folder is gone with it.',
  'dialog.deleteForEver.final': 'This can’t be undone, neither here nor in OneDrive on the web.',
  'recycleBin.label': 'About the recycle bin',
  'recycleBin.personal':
    'Listed here is what was deleted while this page was open. It can be restored. All else that OneDrive keeps, usually for 30 days, is in its own recycle bin.',
  'recycleBin.byHost':
    'Listed here is what was deleted while this page was open. It can be restored in OneDrive’s own recycle bin, which has all that OneDrive keeps, usually for 30 days.',
  'recycleBin.work':
    'Listed here is what you have deleted since you opened this page. Only Microsoft’s own page shows the whole recycle bin, usually for 93 days, and can restore from it.',
  'recycleBin.open': 'Open the recycle bin of OneDrive',
  'recycleBin.openOf': 'Open the recycle bin of {name}',
  'recycleBin.liesThere': 'It lies in the recycle bin',
  'recycleBin.restoreToOpen': 'Restore it to open it.',
  'recycleBin.failed': 'Where Microsoft shows the recycle bin could not be found out.',
  'collection.empty.recycle-bin': 'Nothing was deleted since you opened this page',
} as const;
