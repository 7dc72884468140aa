import { later } from '../later';

/** The explanation and the facts come later than the sentence about them. */
export const ErrorDetails = later(async () => (await import('./error-details')).ErrorDetails);
