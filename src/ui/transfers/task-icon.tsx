import type { TransferTask } from '../../transfer';
import { fileTypeOf, type FileType } from '../file-list/file-type';
import { FileTypeIcon } from '../file-list/file-type-icon';

/** The same picture as in the list of files. */
export function TaskIcon({ task }: { readonly task: TransferTask }) {
  return <FileTypeIcon type={typeOf(task)} size={28} />;
}

function typeOf({ content, name }: TransferTask): FileType {
  if (content === 'file') return fileTypeOf({ name });
  return content === 'zip' ? 'archive' : 'folder';
}
