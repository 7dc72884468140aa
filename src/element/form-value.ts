import type { ChosenItem } from '../host';

/**
 * What is chosen, from the JSON of a form value: `{"driveId", "id", "name"}`, or a list of these; nothing at all is
 * nothing chosen.
 *
 * @throws TypeError for anything else
 */
export function readValue(text: string): readonly ChosenItem[] {
  if (text.trim() === '') return [];
  const json = parse(text);
  return (Array.isArray(json) ? json : [json]).map(readItem);
}

/** A list where several can be chosen, even of one: whoever reads it need not ask. */
export function writeValue(chosen: readonly ChosenItem[], isList: boolean): string {
  const items = chosen.map(({ driveId, id, name }) => ({ driveId, id, name }));
  if (items.length === 0) return '';
  return JSON.stringify(isList || items.length > 1 ? items : items[0]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refusal(cause);
  }
}

function readItem(json: unknown): ChosenItem {
  if (typeof json !== 'object' || json === null) throw refusal();
  const read = (name: string): unknown => Reflect.get(json, name);
  const [driveId, id, name, size, path] = ['driveId', 'id', 'name', 'size', 'path'].map(read);
  if (typeof driveId !== 'string' || typeof id !== 'string' || typeof name !== 'string' || id === '') {
    throw refusal();
  }
  return {
    driveId,
    id,
    name,
    ...(typeof size === 'number' && { size }),
    ...(Array.isArray(path) && { path: path.map(String) }),
  };
}

function refusal(cause?: unknown): TypeError {
  return new TypeError(
    'The value of <onedrive-control> is JSON of {"driveId", "id", "name"}, or a list of these.',
    { cause },
  );
}
