import { COLUMN_IDS, type FirstView } from '../../drive';
import type { ControlProps } from '../../host';
import { wordsOf } from './settings';

/** How folders are looked at that nobody has arranged: words that are not known are left out. */
export function readFirstView({ view, columns }: Pick<ControlProps, 'view' | 'columns'>): FirstView {
  const named: readonly string[] | undefined = typeof columns === 'string' ? wordsOf(columns) : columns;
  const words = named?.map((word) =>
    word.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase()),
  );
  const ids = words && [...new Set(words)].flatMap((word) => COLUMN_IDS.find((id) => id === word) ?? []);
  return { ...(view && { layout: view }), ...(ids && { columns: ids.map((id) => ({ id })) }) };
}
