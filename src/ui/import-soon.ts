/** One import for all of it: each would name all chunks that come with it once more, in what the first rows load. */
export const importSoon = () => import('./soon');
