/** What the embedding script says while no other text is there yet. */
export const embedTexts = {
  failed: 'Your OneDrive could not be loaded. Check the network.',
  tryAgain: 'Try again',
  chooseFile: 'Choose a file.',
  chooseFolder: 'Choose a folder.',
} as const;
