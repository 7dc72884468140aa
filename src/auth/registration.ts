/** What an app registration and a page have to agree on. */
export interface Registration {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly authority: string;
}
