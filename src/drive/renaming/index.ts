export { planRenames, type PlannedRename } from './plan-renames';
export { LETTER_CASES, type LetterCase, type RenameRule } from './rename-rule';
