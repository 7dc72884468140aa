/**
 * Asks for MSAL beside the application, which finds it loaded. Straight from its file: through the doors it would
 * take part of the application with it into the script that every page loads first.
 */
export function preloadIdentityLibrary(): void {
  // oxlint-disable-next-line no-restricted-imports -- see above
  import('../auth/msal').catch(() => undefined); // What fails here is told where it is needed.
}
