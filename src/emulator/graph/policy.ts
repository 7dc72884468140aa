/** What the organization allows, and the service still does; tests change it. */
export interface Policy {
  /** Whether work drives may have links for anyone. */
  anonymousLinks: boolean;
  /** Whether sharedWithMe and recent list something, as they did until November 2026. */
  retiredLists: boolean;
}
