/** A `File`, or a `Blob` that was given a name. */
export type NamedBlob = Blob & { readonly name: string };
