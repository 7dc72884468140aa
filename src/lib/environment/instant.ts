/** Graph's ISO 8601 text as milliseconds since the epoch; `undefined` where absent or unreadable. */
export function parseInstant(text: string | null | undefined): number | undefined {
  const instant = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}

/** What Entra ("2026-11-22 04:30:00Z") and Graph ("2026-11-22T04:30:00", in UTC too) write into a refusal. */
export function parseServiceTime(text: string | null | undefined): number | undefined {
  return parseInstant(text?.trim().replace(' ', 'T').replace(/Z?$/, 'Z'));
}

/** Milliseconds since the epoch as Graph's ISO 8601 text in UTC. */
export function formatInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The first moment of the user's day, so many days before this instant. */
export function beginOfDay(instant: number, daysBefore: number): number {
  const day = new Date(instant);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - daysBefore);
  return day.getTime();
}
