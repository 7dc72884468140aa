/** React changes less often than we do: a chunk of its own stays in the browser's cache when we release. */
export const CODE_SPLITTING = {
  groups: [{ name: 'react', test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/ }],
};

/**
 * In kB, before compression. The largest chunk is the first screen: our interface, and what Fluent UI needs for it;
 * MSAL, dialogs and transfers are others. Past this limit, something came in that the first screen can do without.
 */
export const CHUNK_SIZE_LIMIT = 600;
