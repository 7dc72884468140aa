export { QuestionsDialog } from './questions-dialog';
