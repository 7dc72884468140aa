/** What is said of changes of many items. */
export const operationEn = {
  'operation.list': 'Changes',
  'operation.progress': '{settled, number} of {count, number}',
  'operation.phase.copying': 'step 1 of 2: copying',
  'operation.phase.removing': 'step 2 of 2: deleting the original',
  'operation.move.running':
    '{count, plural, one {Moving {name} to {folder}} other {Moving # items to {folder}}}',
  'operation.move.done':
    '{count, plural, one {{name} was moved to {folder}} other {# items were moved to {folder}}}',
  'operation.move.failed': '{count, plural, one {# item was not moved} other {# items were not moved}}',
  'operation.rename.running': '{count, plural, one {Renaming {name}} other {Renaming # items}}',
  'operation.rename.done':
    '{count, plural, one {{name} is now called {newName}} other {# items have new names}}',
  'operation.rename.failed': '{count, plural, one {# item was not renamed} other {# items were not renamed}}',
  'operation.delete.running': '{count, plural, one {Deleting {name}} other {Deleting # items}}',
  'operation.delete.done':
    '{count, plural, one {{name} was moved to the recycle bin} other {# items were moved to the recycle bin}}',
  'operation.delete.failed': '{count, plural, one {# item was not deleted} other {# items were not deleted}}',
  'operation.delete-for-ever.running':
    '{count, plural, one {Deleting {name} for ever} other {Deleting # items for ever}}',
  'operation.delete-for-ever.done':
    '{count, plural, one {{name} was deleted for ever} other {# items were deleted for ever}}',
  'operation.delete-for-ever.failed':
    '{count, plural, one {# item was not deleted} other {# items were not deleted}}',
  'operation.restore.running': '{count, plural, one {Restoring {name}} other {Restoring # items}}',
  'operation.restore.done':
    '{count, plural, one {{name} is back where it was} other {# items are back where they were}}',
  'operation.restore.failed':
    '{count, plural, one {# item was not restored} other {# items were not restored}}',
  'operation.restore.halfway': 'It is out of the recycle bin, and is called {name} for now.',
  'operation.undo.restore.running': '{count, plural, one {Deleting {name}} other {Deleting # items}}',
  'operation.undo.restore.done':
    '{count, plural, one {{name} is in the recycle bin again} other {# items are in the recycle bin again}}',
  'operation.check-out.running': '{count, plural, one {Checking out {name}} other {Checking out # files}}',
  'operation.check-out.done':
    '{count, plural, one {{name} is checked out: nobody else can change it} other {# files are checked out: nobody else can change them}}',
  'operation.check-out.failed':
    '{count, plural, one {# file was not checked out} other {# files were not checked out}}',
  'operation.check-in.running': '{count, plural, one {Checking in {name}} other {Checking in # files}}',
  'operation.check-in.done': '{count, plural, one {{name} is checked in} other {# files are checked in}}',
  'operation.check-in.failed':
    '{count, plural, one {# file was not checked in} other {# files were not checked in}}',
  'operation.discard-check-out.running':
    '{count, plural, one {Discarding the check-out of {name}} other {Discarding # check-outs}}',
  'operation.discard-check-out.done':
    '{count, plural, one {{name} is again what it was before the check-out} other {# files are again what they were before the check-out}}',
  'operation.discard-check-out.failed':
    '{count, plural, one {# check-out was not discarded} other {# check-outs were not discarded}}',
  'operation.restore-version.running': 'Restoring an earlier version of {name}',
  'operation.restore-version.done': '{name} is again what it was. What it was until now is kept as a version',
  'operation.restore-version.failed': 'The earlier version was not restored',
  'operation.undo.restore-version.running': 'Restoring {name} as it was before',
  'operation.undo.restore-version.done': '{name} is as it was before',
  'operation.undo.move.running': '{count, plural, one {Moving {name} back} other {Moving # items back}}',
  'operation.undo.move.done':
    '{count, plural, one {{name} is back where it was} other {# items are back where they were}}',
  'operation.undo.rename.running':
    '{count, plural, one {Giving {newName} its name back} other {Giving # items their names back}}',
  'operation.undo.rename.done':
    '{count, plural, one {{newName} has its name back} other {# items have their names back}}',
  'operation.undo.delete.running': '{count, plural, one {Restoring {name}} other {Restoring # items}}',
  'operation.undo.delete.done': '{count, plural, one {{name} was restored} other {# items were restored}}',
  'operation.undo.failed':
    '{count, plural, one {# item could not be brought back} other {# items could not be brought back}}',
  'operation.asks': '{count, plural, one {One name is taken there} other {# names are taken there}}',
  'operation.left': '{count, plural, one {# item was left as it is} other {# items were left as they are}}',
  'operation.failures': 'What has failed, and why',
  'operation.stop': 'Stop',
  'operation.undo': 'Undo',
  'operation.open': 'Open {folder}',
  'operation.retry': 'Try again',
  'operation.decide': 'Decide…',
  'operation.close': 'Close',
} as const;
