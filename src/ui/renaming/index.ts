export { BatchRenameDialog } from './batch-rename-dialog';
