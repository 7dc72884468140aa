/** What is said while a file of the page is saved. */
export const saveEn = {
  'save.tray': 'Saving',
  'save.name': 'Name',
  'save.action': 'Save here',
  'save.folder': 'Save in {folder}',
  'save.noFolder': 'Open the folder to save in first.',
  'save.nothing': 'There is nothing to save yet.',
  'save.files': '{count, plural, one {# file} other {# files}}',
  'save.taken': 'There is already a file called {name} here. You will be asked what to do.',
  'save.takenFolder': 'There is already a folder called {name} here. You will be asked what to do.',
  'save.takenRename': 'There is already an item called {name} here. Yours is saved as {free}.',
  'save.takenReplace':
    'There is already a file called {name} here. Yours replaces it; its version history keeps what it was.',
  'save.extension':
    'The name no longer ends with {extension}. Programs may not know what to do with the file.',
  'save.question': 'There is already a file called {name} in {folder}.',
  'save.questionFolder': 'There is already a folder called {name} in {folder}.',
  'save.answers':
    'Keep both saves yours as {free}. Replace puts yours in its place; its version history keeps what it was.',
  'save.answersFolder': 'Keep both saves yours as {free}.',
  'save.otherName': 'Change the name',
  'save.running': 'Saving {name}: {state}',
  'save.runningAll': 'Saving {count, plural, one {# file} other {# files}}',
  'save.done': '{name} is saved in {folder}.',
  'save.doneAll': '{count, plural, one {# file is} other {# files are}} saved in {folder}.',
} as const;
