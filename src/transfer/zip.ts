export { makeZip } from 'client-zip';
export { zipEntries } from './zip-entries';
