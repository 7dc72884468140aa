/** Lists tell the same times over and over. */
const told = new Map<number, string>();
const MOST_TOLD = 10_000;

/** Graph dates: UTC, whole seconds. */
export function graphDate(at: number): string {
  const known = told.get(at);
  if (known !== undefined) return known;
  const date = `${new Date(at).toISOString().slice(0, -'.000Z'.length)}Z`;
  if (told.size >= MOST_TOLD) told.clear();
  told.set(at, date);
  return date;
}

/** As the dates inside errors come. */
export function graphDateWithoutZone(at: number): string {
  return graphDate(at).slice(0, -1);
}
