/** What is said where the page around the control has a say. */
export const hostingEn = {
  'command.back': 'Back',
  'command.forward': 'Forward',
  'host.list': 'What this page is asked',
  'host.work':
    '{count, plural, =0 {{action}} one {{action}: {name}} other {{action}: {count, number} items}}',
  'host.running': 'This page is working on it…',
  'host.refused': 'This page does not allow it.',
  'host.close': 'Close',
  'host.what.Open': 'Open',
  'host.what.Pick': 'Choose',
  'host.what.Upload': 'Upload',
  'host.what.Download': 'Download',
  'host.what.Create': 'New',
  'host.what.Rename': 'Rename',
  'host.what.Move': 'Move',
  'host.what.Copy': 'Copy',
  'host.what.Delete': 'Delete',
  'host.what.Share': 'Share',
  'host.what.Restore': 'Restore',
} as const;
