export type { ContentFile, ContentStore } from './content-store';
export { createDiskContentStore } from './disk-content-store';
export { createLimitedContentStore } from './limited-content-store';
export { createMemoryContentStore } from './memory-content-store';
export { createSha1, type Sha1 } from './sha1';
export { createSharpThumbnailer } from './sharp-thumbnailer';
export type { Thumbnailer } from './thumbnailer';
