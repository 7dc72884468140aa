/** Graph dates: UTC, whole seconds. */
export function graphDate(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** As the dates inside errors come. */
export function graphDateWithoutZone(at: number): string {
  return graphDate(at).slice(0, -1);
}
