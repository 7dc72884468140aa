import { parseInstant, type Environment } from '../lib';

/** What servers say the time is, beside what this computer says. */
export interface ClockEvidence {
  /** Notes the time that an answer names (ISO 8601, with or without a zone; UTC is meant). */
  hear(instant: string | undefined): void;
  /** Milliseconds that this computer is ahead; `undefined` where nobody has named a time. */
  ahead(): number | undefined;
}

export function createClockEvidence({ now }: Pick<Environment, 'now'>): ClockEvidence {
  let ahead: number | undefined;
  return {
    hear: (instant) => {
      // Entra writes "2026-11-22 04:30:00Z", Graph "2026-11-22T04:30:00" without the zone.
      const time = parseInstant(instant?.trim().replace(' ', 'T').replace(/Z?$/, 'Z'));
      if (time !== undefined) ahead = now() - time;
    },
    ahead: () => ahead,
  };
}
