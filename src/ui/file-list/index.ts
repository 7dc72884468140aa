export { FileList } from './file-list';
export { ItemName } from './item-name';
