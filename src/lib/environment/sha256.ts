/** The SHA-256 of some bytes, base64: as subresource integrity writes it. Only in secure contexts. */
export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
