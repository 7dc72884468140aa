/** What the organization allows; tests change it. */
export interface Policy {
  /** Whether work drives may have links for anyone. */
  anonymousLinks: boolean;
}
