/* oxlint-disable no-await-in-loop -- checks follow one another: each knows what those before have found */
import { sharePage } from '../control';
import {
  formatInstant,
  isCancelled,
  toOneDriveError,
  untilAborted,
  withDeadline,
  type Environment,
} from '../lib';
import type { Check } from './check';
import type { CheckContext, WaitForClick } from './check-context';
import { CHECKS, cleanUp } from './checks';
import { createCheckContext } from './create-context';
import { allowsNext, CHECK_IDS, unchecked, type CheckId, type CheckResult, type Outcome } from './outcome';
import type { SelfTestSettings } from './settings';

export interface SelfTestOptions {
  /** A check begins; it may take a moment. */
  readonly onStart?: ((id: CheckId) => void) | undefined;
  /** A check has ended. Results come one by one, in the order of the list. */
  readonly onResult?: ((result: CheckResult) => void) | undefined;
  /** Called where a window must open: resolves with true straight in a click. Without it nobody is asked to sign in. */
  readonly waitForClick?: WaitForClick | undefined;
  /** Gives up; what was not checked yet says so. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that one answer may take; ten seconds unless told. */
  readonly deadline?: number | undefined;
  /** Where preauthenticated addresses lie, where these are not the cloud's own. */
  readonly bytesOrigins?: readonly string[] | undefined;
  readonly environment?: Environment | undefined;
}

/** What was found. Holds no secret and no name of a person: it may be sent to whoever can help. */
export interface SelfTestReport {
  /** When it ended; ISO 8601, UTC. */
  readonly at: string;
  /** The page's origin. */
  readonly page: string;
  /** What the browser calls itself. */
  readonly browser: string;
  readonly results: readonly CheckResult[];
  /** Everything that is not failed, and nothing left out because of a failure. */
  readonly passed: boolean;
}

/** Times that one answer may take, until a check that asks several times is given up. */
const ANSWERS = 4;
/** Milliseconds for deleting the test file, also where the test was given up. */
const CLEAN_UP = 30_000;

/**
 * Tries everything that the control needs on this page, one after the other, and says of each whether it is right, what
 * is wrong and who can help, or why that can't be told. Nothing is changed, but for a small file that is uploaded and
 * deleted again. Resolves also where it was given up.
 *
 * @example
 * const report = await runSelfTest({ clientId, redirectUri }, { onResult: (result) => console.log(result) });
 * console.log(await describeReport(report));
 */
export async function runSelfTest(
  settings: SelfTestSettings,
  options: SelfTestOptions = {},
): Promise<SelfTestReport> {
  const environment = options.environment ?? sharePage().environment;
  const signal = options.signal ?? new AbortController().signal;
  const context = createCheckContext(settings, options, signal, environment);
  const found = new Map<CheckId, Outcome>();
  const tell = (id: CheckId, outcome: Outcome) => {
    found.set(id, outcome);
    options.onResult?.({ id, ...outcome });
  };
  try {
    for (const id of CHECK_IDS) {
      const check = id === 'clean-up' ? cleanUp : CHECKS[id];
      options.onStart?.(id);
      tell(id, await runCheck(check, contextOf(check, context), found));
    }
  } finally {
    context.dispose();
  }
  const results = [...found].map(([id, outcome]) => ({ id, ...outcome }));
  return {
    at: formatInstant(environment.now()),
    page: context.page.origin,
    browser: context.page.browser,
    results,
    passed: results.every(({ status }) => status !== 'failed'),
  };
}

/** What was begun is cleaned up, even where everything else was given up. */
function contextOf(check: Check, context: CheckContext): CheckContext {
  return check === cleanUp ? { ...context, signal: new AbortController().signal } : context;
}

async function runCheck(
  check: Check,
  context: CheckContext,
  found: ReadonlyMap<CheckId, Outcome>,
): Promise<Outcome> {
  const { signal, environment, deadline } = context;
  if (signal.aborted) return unchecked('cancelled');
  const because = check.needs.find((id) => !allowsNext(found.get(id) ?? unchecked('cancelled')));
  if (because) return unchecked({ because: rootOf(because, found) });
  const limit = check === cleanUp ? CLEAN_UP : deadline * ANSWERS;
  try {
    if (check.waitsForClick) return await untilAborted(check.run(context), signal);
    return await withDeadline(environment, limit, signal, () => check.run(context));
  } catch (reason) {
    if (isCancelled(reason)) return unchecked('cancelled');
    const { code } = toOneDriveError(reason);
    return unchecked(code === 'timed-out' ? 'no-answer' : 'unexpected', { code });
  }
}

/** The check that has failed, and not one that merely waited for it. */
function rootOf(id: CheckId, found: ReadonlyMap<CheckId, Outcome>): CheckId {
  const outcome = found.get(id);
  const isChained = outcome?.status === 'unchecked' && typeof outcome.why === 'object';
  return isChained ? outcome.why.because : id;
}
