/** Graph's ISO 8601 text as milliseconds since the epoch; `undefined` where absent or unreadable. */
export function parseInstant(text: string | null | undefined): number | undefined {
  const instant = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}

/** Milliseconds since the epoch as Graph's ISO 8601 text in UTC. */
export function formatInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
