/**
 * What the embedding script says while no other text is there yet; en.ts has them too, so that `strings` overrides them
 * like every other one. A file that both shared would be one more to wait for.
 */
export const embedTexts = {
  'element.failed': 'Your OneDrive could not be loaded. Check the network.',
  'element.elsewhere': 'Your OneDrive works only in its own page.',
  'element.tryAgain': 'Try again',
  'element.chooseFile': 'Choose a file.',
  'element.chooseFolder': 'Choose a folder.',
} as const;

export type EmbedTextId = keyof typeof embedTexts;
