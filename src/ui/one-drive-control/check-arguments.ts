import type { ItemReference } from '../../drive';
import {
  CONFLICT_BEHAVIORS,
  PICK_KINDS,
  SELECTION_MODES,
  type PickOptions,
  type SaveOptions,
  type UploadFilesOptions,
} from '../../host';

/** Pages without types hand in anything: what can't be understood is refused at the door, before anything happens. */

/** @throws TypeError */
export function checkPlace(method: string, place: string | ItemReference): void {
  if (typeof place === 'string') return;
  const names: readonly unknown[] = isObject(place) ? [place.driveId, place.id] : [];
  if (names.length > 0 && names.every((name) => typeof name === 'string' && name !== '')) return;
  throw new TypeError(`${method} takes a path like 'Documents/2026', or an object with driveId and id.`);
}

/** @throws TypeError */
export function checkPickOptions(options: PickOptions): void {
  checkObject('pick()', options);
  const { pickKind, selection, accept, maxCount, maxSize, itemFilter, signal } = options;
  checkWord('pick()', 'pickKind', pickKind, PICK_KINDS);
  checkWord('pick()', 'selection', selection, SELECTION_MODES);
  const isAccept = typeof accept === 'string' || (Array.isArray(accept) && accept.every(isText));
  check(accept, isAccept, "pick(): 'accept' is a text like '.pdf,image/*', or a list of these.");
  const isCount = Number.isInteger(maxCount) && Number(maxCount) > 0;
  check(maxCount, isCount, "pick(): 'maxCount' is a whole number above 0.");
  const isSize = Number.isFinite(maxSize) && Number(maxSize) > 0;
  check(maxSize, isSize, "pick(): 'maxSize' is a number of bytes above 0.");
  check(itemFilter, typeof itemFilter === 'function', "pick(): 'itemFilter' is a function.");
  checkSignal('pick()', signal);
}

/** @throws TypeError */
export function checkUploadOptions(options: UploadFilesOptions): void {
  checkObject('upload()', options);
  const { folder, conflictBehavior, signal } = options;
  checkWord('upload()', 'conflictBehavior', conflictBehavior, CONFLICT_BEHAVIORS);
  if (folder !== undefined) checkPlace("upload(): 'folder'", folder);
  checkSignal('upload()', signal);
}

/** @throws TypeError */
export function checkSaveOptions(options: SaveOptions, count: number): void {
  checkObject('save()', options);
  const { folder, name, conflictBehavior, signal } = options;
  check(name, isText(name) && count < 2, "save(): 'name' is a text, and names one file.");
  checkWord('save()', 'conflictBehavior', conflictBehavior, CONFLICT_BEHAVIORS);
  if (folder !== undefined) checkPlace("save(): 'folder'", folder);
  checkSignal('save()', signal);
}

function checkObject(method: string, options: unknown): void {
  if (!isObject(options)) throw new TypeError(`${method} takes its options as an object.`);
}

function checkWord(method: string, name: string, word: unknown, known: readonly string[]): void {
  const isKnown = known.some((one) => one === word);
  check(word, isKnown, `${method}: '${name}' is one of ${known.map((one) => `'${one}'`).join(', ')}.`);
}

/** By its kind and not by its class: a signal of another frame has another class. */
function checkSignal(method: string, signal: unknown): void {
  const isSignal = Object.prototype.toString.call(signal) === '[object AbortSignal]';
  check(signal, isSignal, `${method}: 'signal' is an AbortSignal.`);
}

function check(value: unknown, isRight: boolean, sentence: string): void {
  if (value !== undefined && !isRight) throw new TypeError(sentence);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
