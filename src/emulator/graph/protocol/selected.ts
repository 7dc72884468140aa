/** What a `$select` names; null where there is none. */
export type Selection = ReadonlySet<string> | null;

/** The properties that were asked for; all where none was named. */
export function selected(
  json: Readonly<Record<string, unknown>>,
  select: Selection,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(json).filter(([name]) => select?.has(name) ?? true));
}
