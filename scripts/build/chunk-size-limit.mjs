/**
 * The largest chunk is the first screen: React DOM and what Fluent UI needs for it. MSAL, dialogs and transfers are
 * loaded beside it and after it. When this limit is passed, something came in that the first screen can do without.
 */
export const CHUNK_SIZE_LIMIT = 700;
