/** Searching, and what was found. A part of `laterEn`. */
export const searchEn = {
  'search.label': 'Search results',
  'search.scope': 'Search in',
  'search.everywhere': 'Everywhere',
  'search.workOnly': 'Only work and school accounts can search everywhere',
  'search.line': 'Search in {folder} for “{query}”',
  'search.filters': 'Filter the results',
  'below.label': 'All files below',
  'below.soFar':
    '{count, plural, =0 {Looking into the folders…} one {# file so far; folders are still being read.} other {# files so far; folders are still being read.}}',
  'below.found':
    '{count, plural, one {# file in this folder and below.} other {# files in this folder and below.}}',
  'below.leave': 'Show folders',
  'search.leave': 'Leave the search',
  'search.soFar': '{count, plural, =0 {Searching…} one {# item found so far…} other {# items found so far…}}',
  'search.found':
    '{count, plural, =0 {Nothing was found.} one {# item was found.} other {# items were found.}}',
  'search.behind': 'Changes of the last minutes may be missing.',
  'search.blank': 'Type what you look for',
  'search.none': 'Nothing was found for “{query}”',
  'search.noneAdvice':
    'What was added or renamed a few minutes ago may not be found yet. Try fewer words, or search elsewhere.',
  'search.in': 'Search in {place}',
  'search.inEverywhere': 'Search everywhere',
  'search.gone': 'No longer there: deleted, or moved meanwhile',
  'search.refused': 'You are not allowed to open this; ask its owner',
  'command.openContaining': 'Open containing folder',
  'action.unreachable': 'This can’t be reached any more, or not by you',
  'collection.search-cut':
    'These are the first hits; there are more. Another word, or a smaller place, leads to them.',
  'collection.search-blank':
    'Search looks for names and words: signs such as * and ? can’t be searched for, and everywhere only letters and digits can.',
} as const;
