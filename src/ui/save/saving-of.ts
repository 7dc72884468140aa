import type { SaveRequest } from '../save-request';
import { createSaving, type Saving } from './create-saving';

const known = new WeakMap<SaveRequest, Saving>();

/** One for the life of a request: a tray that breaks down and comes again goes on with the same. */
export function savingOf(control: Parameters<typeof createSaving>[0], request: SaveRequest): Saving {
  const saving = known.get(request) ?? createSaving(control, request);
  known.set(request, saving);
  return saving;
}
