/* oxlint-disable no-await-in-loop -- one fragment after another; a session takes them only in order */
import type { ExpectedRange } from '../graph';
import { backoff, OneDriveError, sleep, toOneDriveError, untilAborted } from '../lib';
import { createFragmentPace, type FragmentPace } from './fragment-pace';
import { confirmedBytes, missingRanges, nextFragment, type ByteRange } from './fragment-plan';
import { createRetryBudget } from './retry-budget';
import { readFragmentAnswer, readStatusAnswer, type SessionAnswer } from './session-answer';
import type { OpenSession } from './session-keeper';
import type { TransferContext } from './transfer-context';
import { findOurs, type UploadAttempt } from './upload-attempt';
import { askUploadHost, hostOf, type HostRequest } from './upload-host';
import { waitForRetry } from './wait-for-retry';

export type FragmentsOutcome = Extract<SessionAnswer, { kind: 'finished' | 'conflict' | 'lost' }>;

export type LostSession = Extract<SessionAnswer, { kind: 'lost' }>;

/** What is asked next: the host to take a fragment, the host for its account, or the folder for the item. */
type Step = 'fragment' | 'status' | 'item';

/** One session under way. `missing` is always the service's word, never our own count (OD#64, ABR#2825). */
interface Sending {
  readonly context: TransferContext;
  readonly attempt: UploadAttempt;
  readonly session: OpenSession;
  readonly host: string;
  readonly pace: FragmentPace;
  missing: readonly ByteRange[];
  confirmed: number;
}

/**
 * Sends what the service lacks, fragment by fragment, until it names the item. The one owner of retries for
 * these bytes: every failure is followed by the question what has arrived.
 *
 * @throws OneDriveError what cannot be helped by asking again, or the last failure of a spent budget
 */
export async function sendFragments(
  context: TransferContext,
  attempt: UploadAttempt,
  session: OpenSession,
): Promise<FragmentsOutcome> {
  const sending = begin(context, attempt, session);
  const budget = createRetryBudget();
  let step: Step = session.nextExpectedRanges ? 'fragment' : 'status';
  for (;;) {
    const answer = await STEPS[step](sending);
    switch (answer.kind) {
      case 'status': {
        const advanced = accept(sending, answer.status.nextExpectedRanges);
        if (advanced) budget.reset();
        else if (step === 'fragment')
          await waitForRetry(context, budget, new OneDriveError('unexpected-answer'));
        step = sending.missing.length > 0 ? 'fragment' : 'item';
        break;
      }
      case 'complete':
        step = 'item';
        break;
      case 'throttled':
        closeGate(sending, budget.spend(answer.error), answer.error);
        break;
      case 'doubt':
        if (answer.error.retryAfter !== undefined) closeGate(sending, 1, answer.error);
        await waitForRetry(context, budget, answer.error);
        step = 'status';
        break;
      case 'failed':
        throw answer.error;
      default:
        return answer;
    }
  }
}

function begin(context: TransferContext, attempt: UploadAttempt, session: OpenSession): Sending {
  const { nextExpectedRanges = [] } = session;
  const ranges = nextExpectedRanges.length > 0 ? nextExpectedRanges : [{ start: 0 }];
  const host = hostOf(session.uploadUrl);
  const pace = createFragmentPace(context.fragmentSize);
  const sending: Sending = { context, attempt, session, host, pace, missing: [], confirmed: 0 };
  accept(sending, ranges);
  return sending;
}

/** Takes over the service's account; true where it has more bytes than ever before. */
function accept(sending: Sending, ranges: readonly ExpectedRange[]): boolean {
  const { size } = sending.attempt.source;
  sending.missing = missingRanges(ranges, size);
  const confirmed = confirmedBytes(sending.missing, size);
  const advanced = confirmed > sending.confirmed;
  sending.confirmed = Math.max(confirmed, sending.confirmed);
  sending.context.report({ type: 'sent', loaded: confirmed, total: size });
  return advanced;
}

const STEPS: Record<Step, (sending: Sending) => Promise<SessionAnswer>> = {
  fragment: sendFragment,
  status: askStatus,
  item: lookForItem,
};

async function sendFragment(sending: Sending): Promise<SessionAnswer> {
  const { context, attempt, session, missing, pace } = sending;
  const { source, target, doubtful } = attempt;
  const range = nextFragment(missing, pace.size());
  if (!range) return { kind: 'complete' };
  const { start, end } = range;
  const bytes = await untilAborted(source.content(start, end), context.signal);
  const already = confirmedBytes(missing, source.size);
  await passGate(sending);
  if (end - start + already === source.size) doubtful.add(target.name);
  const total = source.size;
  context.report({ type: 'sent', loaded: already, total });
  const hashing = source.hashOn(start, end);
  // The answer comes first, also where the file cannot be read any more.
  hashing.catch(() => {});
  const began = context.environment.now();
  const answer = await ask(sending, readFragmentAnswer, {
    method: 'PUT',
    uploadUrl: session.uploadUrl,
    fragment: { bytes, start, end, total },
    onProgress: (sent) => {
      const loaded = already + Math.min(sent, end - start);
      context.report({ type: 'sent', loaded, total });
    },
  });
  if (answer.kind === 'status') pace.arrived(end - start, context.environment.now() - began);
  else pace.failed();
  await untilAborted(hashing, context.signal);
  return answer;
}

async function askStatus(sending: Sending): Promise<SessionAnswer> {
  await passGate(sending);
  const { context, confirmed, attempt } = sending;
  context.report({ type: 'sent', loaded: confirmed, total: attempt.source.size });
  return ask(sending, readStatusAnswer, { method: 'GET', uploadUrl: sending.session.uploadUrl });
}

async function lookForItem({ context, attempt }: Sending): Promise<SessionAnswer> {
  const item = await findOurs(context, attempt);
  if (item) return { kind: 'finished', item };
  return { kind: 'doubt', error: new OneDriveError('unexpected-answer') };
}

/** No answer at all is doubt, too, unless the page forbade the request itself. */
async function ask(
  { context }: Sending,
  read: (answer: Awaited<ReturnType<typeof askUploadHost>>, now: number) => SessionAnswer,
  request: HostRequest,
): Promise<SessionAnswer> {
  const { environment, signal } = context;
  try {
    const answer = await askUploadHost(environment, { ...request, signal });
    return read(answer, environment.now());
  } catch (reason) {
    if (signal.aborted) throw reason;
    const error = toOneDriveError(reason);
    return { kind: error.code === 'configuration-invalid' ? 'failed' : 'doubt', error };
  }
}

/** All transfers to this host wait, because the service counts them together. */
function closeGate({ context, host }: Sending, attempt: number, error: OneDriveError): void {
  const { retryAfter } = error;
  context.gate.close(host, backoff(attempt, context.environment, { retryAfter, throttled: true }));
}

async function passGate({ context, host }: Sending): Promise<void> {
  const { environment, gate, signal, report } = context;
  // Not gate.pass(): where others have it closed for longer meanwhile, the row has to say until when.
  for (let until = gate.opensAt(host); until !== undefined; until = gate.opensAt(host)) {
    report({ type: 'waiting', reason: 'throttled', until });
    await sleep(environment, until - environment.now(), signal);
  }
}
