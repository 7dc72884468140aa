export { createContents, type Contents } from './contents';
export { neighboursOf, type Neighbours } from './neighbours';
export type { FileContent, Previews } from './previews';
