// What runs everywhere. The disk and the image library of Node have doors of their own, so that no page loads them.
export type { ContentFile, ContentStore } from './content-store';
export { createLimitedContentStore } from './limited-content-store';
export { createMemoryContentStore } from './memory-content-store';
export { createSha1, type Sha1 } from './sha1';
export type { Thumbnailer } from './thumbnailer';
