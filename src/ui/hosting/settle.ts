import type { BeforeDetails, BeforeKind } from '../../host';
import { OneDriveError } from '../../lib';
import type { HostDoor, HostWork } from '../host-door';
import type { HostAnswer } from './ask-host';
import { hearHost } from './hear-host';
import { isSamePlace, placeOf } from './place-of';
import { showWork } from './show-work';

interface Asked<T> {
  readonly kind: BeforeKind;
  readonly detail: BeforeDetails[BeforeKind];
  readonly answer: HostAnswer;
  /** Does what the user wants, where the host has nothing against it. */
  readonly run: () => T;
  /** Of a dialog that shows itself that it runs, and what it fails of; else a line does. */
  readonly signal?: AbortSignal | undefined;
}

/** What shows nothing else of a drive than before. */
const CHANGES_NOTHING: ReadonlySet<BeforeKind> = new Set(['Open', 'Pick', 'Download', 'Share']);

/**
 * Waits for the host, and does what it lets the user do.
 *
 * @returns undefined where that is nothing
 * @throws OneDriveError `refused-by-page`, where there is a `signal`
 */
export async function settle<T>(door: HostDoor, asked: Asked<T>): Promise<Awaited<T> | undefined> {
  const { kind, detail, run, signal } = asked;
  const { promises, isHandled } = asked.answer;
  if (promises.length === 0) return undefined;
  const place = placeOf(door, kind);
  const hear = (until: AbortSignal) => hearHost(promises, until);
  const word = signal
    ? await hear(AbortSignal.any([signal, door.ended]))
    : await showWork(door, { what: whatOf(kind, detail), names: namesOf(detail) }, hear);
  if (word.status === 'refused' && signal) {
    throw new OneDriveError('refused-by-page', { serviceText: word.sentence });
  }
  if (word.status !== 'done' || !isSamePlace(place, placeOf(door, kind))) return undefined;
  if (!isHandled) return word.values.includes(false) ? undefined : await run();
  // What the host has changed is seen at once.
  if (!CHANGES_NOTHING.has(kind)) door.control.folder.refresh();
  return undefined;
}

/** Of check-outs, what becomes of them. */
function whatOf(kind: BeforeKind, detail: BeforeDetails[BeforeKind]): HostWork['what'] {
  if ('change' in detail) return detail.change;
  return kind === 'Checkout' ? 'check-out' : kind;
}

function namesOf(detail: BeforeDetails[BeforeKind]): readonly string[] {
  if ('item' in detail) return [detail.item.name];
  if ('items' in detail) return detail.items.map(({ name }) => name);
  return 'files' in detail ? detail.files.map(({ name }) => name) : [detail.name];
}
