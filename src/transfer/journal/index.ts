export { createJournal, type JournalParts } from './create-journal';
