import { readAll } from './read-all';
import { laterEn } from './later-en';

/** The texts of the parts that are loaded later, read. As of `messages`, the builds write what this comes to. */
export const messages = readAll(laterEn);
