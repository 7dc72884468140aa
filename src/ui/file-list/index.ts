export { FileList } from './file-list';
export { fileTypeOf, type FileType } from './file-type';
export { FileTypeIcon } from './file-type-icon';
export { ItemName } from './item-name';
export { isWebAddress, openItem } from './open-item';
