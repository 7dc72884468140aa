import { formatInstant, parseInstant } from '../../lib';

/** The end of a day (`2026-11-23`) where the user is, as Graph writes it; undefined where there is no day. */
export function lastMomentOf(day: string): string | undefined {
  const instant = endOf(day);
  return instant === undefined ? undefined : formatInstant(instant);
}

/** Whether a day lies behind. */
export function isOver(day: string, now: number): boolean {
  const instant = endOf(day);
  return instant !== undefined && instant <= now;
}

function endOf(day: string): number | undefined {
  return day === '' ? undefined : parseInstant(`${day}T23:59:59`);
}
