export { planRenames, type PlannedRename, type RenameVerdict } from './plan-renames';
export { LETTER_CASES, type LetterCase, type RenameRule } from './rename-rule';
