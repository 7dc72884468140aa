export { clipItems } from './clip-items';
export { pasteItems } from './paste-items';
export { placeItems, type PlacingParts } from './place-items';
