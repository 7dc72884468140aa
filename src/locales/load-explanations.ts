import type * as Explained from './explanations';

/** What failures are in words, and who can put them right: far more than a first screen may bring. */
export function loadExplanations(): Promise<typeof Explained> {
  return import('./explanations');
}
