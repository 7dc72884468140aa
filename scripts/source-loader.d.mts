export interface SourceLoader {
  /** @param path from the project's root, with a leading slash */
  load<T>(path: string): Promise<T>;
  close(): Promise<void>;
}
export function createSourceLoader(): Promise<SourceLoader>;
