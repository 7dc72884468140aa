/** As the file is copied to a server. In a bundle the code is in a file of another name, with no page beside it. */
const SCRIPT = /\/onedrive-control\.js$/;

/**
 * `oauth2callback.html` beside the script, where both belong to the page's origin; elsewhere the sign-in could not
 * come back to the page.
 */
export function defaultRedirectUri(scriptAddress: string, pageAddress: string): string | undefined {
  if (!URL.canParse('oauth2callback.html', scriptAddress)) return undefined;
  if (!SCRIPT.test(new URL(scriptAddress).pathname)) return undefined;
  const address = new URL('oauth2callback.html', scriptAddress);
  return address.origin === new URL(pageAddress).origin ? address.href : undefined;
}
