/**
 * React changes less often than we do: a chunk of its own stays in the browser's cache when we release. All else
 * is left to Rolldown, which puts together what the same parts need. More groups would be fewer files, but they
 * import each other in circles, and then it is chance what runs first.
 */
export const CODE_SPLITTING = {
  groups: [{ name: 'react', test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/ }],
};
