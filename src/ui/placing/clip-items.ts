import type { DriveItem } from '../../drive';
import type { Text } from '../text';
import type { PlacingParts } from './place-items';

/** Keeps items until they are pasted. What is cut stays where it is until then. */
export function clipItems(
  { view }: Pick<PlacingParts, 'view'>,
  how: 'move' | 'copy',
  items: readonly DriveItem[],
  text: Text,
): void {
  view.clipboard.set({ how, items });
  view.announcement.set(text(`clipboard.${how}`, { count: items.length, name: items[0]?.name ?? '' }));
  // Files that were copied on this device before would be pasted in their place. Where the browser forbids it they are.
  navigator.clipboard?.writeText(items.map(({ name }) => name).join('\n')).catch(() => undefined);
}
