import { parseServiceTime, type Environment } from '../lib';

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
      const time = parseServiceTime(instant);
      if (time !== undefined) ahead = now() - time;
    },
    ahead: () => ahead,
  };
}
