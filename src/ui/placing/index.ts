export { clipItems } from './clip-items';
export { pasteItems } from './paste-items';
export { placeItems } from './place-items';
