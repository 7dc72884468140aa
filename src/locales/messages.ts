import { en } from './en';
import { readAll } from './read-all';

/** The texts of the first screen, read. The builds write what this comes to, and leave the parser out (scripts/build/precompute.mjs). */
export const messages = readAll(en);
