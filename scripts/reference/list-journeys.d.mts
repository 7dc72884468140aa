/** A test in a real browser, and the rows of the feature table that it proves. */
export interface Journey {
  readonly ids: readonly string[];
  readonly file: string;
  readonly title: string;
}

interface Suite {
  readonly specs?: readonly { readonly title: string; readonly file: string; readonly ok: boolean }[];
  readonly suites?: readonly Suite[];
}

export function listJourneys(root: string): Promise<readonly Journey[]>;
export function readReport(
  report: { readonly config: { readonly rootDir: string }; readonly suites: readonly Suite[] },
  root: string,
): readonly (Journey & { readonly ok: boolean })[];
