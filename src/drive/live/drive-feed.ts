import type { DriveChange } from '../../graph';
import { toOneDriveError, type Environment, type ErrorCode } from '../../lib';
import { nextPause, SHORTEST } from './pace';
import type { ReadChanges } from './read-changes';

/**
 * What has changed in a drive. `lost`: more than can be told, and the folder is to be listed again. `untold`: this drive
 * tells nobody here what changes in it, and it is time to look again.
 */
export type News = readonly DriveChange[] | 'lost' | 'untold';

/** What changes in one drive, for all who look at it. */
export interface DriveFeed {
  /** Asks as long as somebody follows. Returns the function that ends it. */
  follow(listener: (news: News) => void): () => void;
  /** Somebody is at work here: what happens is worth asking for soon. */
  stir(): void;
}

export interface FeedParts {
  readonly readChanges: ReadChanges;
  readonly environment: Pick<Environment, 'now' | 'after' | 'online' | 'attention'>;
}

/** Whoever comes back to the page wants to see what is true; not with each click into it. */
const ON_RETURN = 10_000;
/** A drive that tells nothing has its folder listed again, which costs more. */
const UNTOLD = 120_000;
const REFUSED: ReadonlySet<ErrorCode> = new Set(['not-found', 'invalid-request', 'access-denied']);

/**
 * Asks the service what has changed, on a calm schedule: only while the page is seen and there is a network, never
 * while the service has asked for quiet, and the less often the less happens.
 */
export function createDriveFeed(parts: FeedParts): DriveFeed {
  const { environment } = parts;
  const listeners = new Set<(news: News) => void>();
  const course: Course = { link: undefined, isTelling: true, pause: 0, askedAt: -Infinity, quietUntil: 0 };
  let cancel = () => {};
  let asking: AbortController | undefined;
  let ends: readonly (() => void)[] = [];
  const isAwake = () => listeners.size > 0 && environment.attention.get() && environment.online.get();
  const plan = () => {
    cancel();
    if (asking || !isAwake()) return;
    const due = Math.max(course.askedAt + course.pause, course.quietUntil);
    cancel = environment.after(Math.max(0, due - environment.now()), () => void ask());
  };
  const ask = async () => {
    const run = new AbortController();
    asking = run;
    const news = await askOnce(parts, course, run.signal);
    // Ended, and perhaps begun anew meanwhile.
    if (asking !== run) return;
    asking = undefined;
    if (news) for (const listener of listeners) listener(news);
    plan();
  };
  const hasten = (pause: number) => {
    course.pause = Math.min(course.pause, course.isTelling ? pause : UNTOLD);
    plan();
  };
  const begin = () => {
    const wake = () => hasten(ON_RETURN);
    ends = [environment.attention.subscribe(wake), environment.online.subscribe(wake)];
  };
  const end = () => {
    cancel();
    asking?.abort();
    asking = undefined;
    for (const one of ends) one();
  };
  return {
    follow: (listener) => {
      const entry = (news: News) => listener(news);
      if (listeners.size === 0) begin();
      listeners.add(entry);
      plan();
      return () => {
        listeners.delete(entry);
        if (listeners.size === 0) end();
      };
    },
    stir: () => hasten(SHORTEST),
  };
}

/** How far it has come. */
interface Course {
  link: string | undefined;
  isTelling: boolean;
  /** Milliseconds between the last question and the next. */
  pause: number;
  askedAt: number;
  /** Until then the service wants to be left alone. */
  quietUntil: number;
}

/** One question; what is to be told of the answer. Never rejects. */
async function askOnce(
  { readChanges, environment }: FeedParts,
  course: Course,
  signal: AbortSignal,
): Promise<News | undefined> {
  course.askedAt = environment.now();
  if (!course.isTelling) {
    course.pause = nextPause(course.pause, 'nothing');
    return 'untold';
  }
  try {
    const isFirst = course.link === undefined;
    const { changes, link } = await readChanges(course.link, signal);
    course.link = link;
    course.pause = nextPause(course.pause, changes.length > 0 ? 'changed' : 'nothing');
    if (link === undefined && !isFirst) return 'lost';
    return changes.length > 0 ? changes : undefined;
  } catch (cause) {
    return signal.aborted ? undefined : fail(course, cause, environment.now());
  }
}

function fail(course: Course, cause: unknown, now: number): News | undefined {
  const { code, retryAfter = 0 } = toOneDriveError(cause);
  course.quietUntil = now + retryAfter;
  course.pause = nextPause(course.pause, 'failed');
  if (!REFUSED.has(code)) return undefined;
  if (course.link === undefined) {
    course.isTelling = false;
    course.pause = Math.max(course.pause, UNTOLD);
    return undefined;
  }
  // 410, or whatever else a service says to a link that is too old: from now on, after one look at everything.
  course.link = undefined;
  return 'lost';
}
