import type { OneDriveError } from '../lib';

/** Tries without a new confirmed byte before a person has to look. */
const TRIES = 6;
/** The service names times to wait, for up to an hour on some services (DC#1060), so it gets more patience. */
const THROTTLED_TRIES = 20;

/** How often one step may be tried again. Progress gives the whole budget back. */
export interface RetryBudget {
  /** Counts a failure and returns its number. @throws the error itself where the budget is spent */
  spend(error: OneDriveError): number;
  reset(): void;
}

export function createRetryBudget(): RetryBudget {
  let failures = 0;
  let throttled = 0;
  return {
    spend: (error) => {
      if (error.code === 'throttled') throttled += 1;
      else failures += 1;
      if (failures > TRIES || throttled > THROTTLED_TRIES) throw error;
      return error.code === 'throttled' ? throttled : failures;
    },
    reset: () => {
      failures = 0;
      throttled = 0;
    },
  };
}
