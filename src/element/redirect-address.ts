/**
 * `oauth2callback.html` beside the script, where both belong to the page's origin; elsewhere the sign-in could not
 * come back to the page.
 */
export function defaultRedirectUri(scriptAddress: string, pageAddress: string): string | undefined {
  if (!URL.canParse('oauth2callback.html', scriptAddress)) return undefined;
  const address = new URL('oauth2callback.html', scriptAddress);
  return address.origin === new URL(pageAddress).origin ? address.href : undefined;
}
