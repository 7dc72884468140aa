import { useMemo } from 'react';
import type { DriveItem } from '../../drive';
import { createBrowserEnvironment, parseInstant } from '../../lib';
import { useText, type Text } from '../text';
import type { FoundText } from '../view-state';
import { fileTypeOf, opensInPlace } from './file-type';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const environment = createBrowserEnvironment();

/** What the columns of one row say. */
export interface ItemText {
  /** Recent changes are told as people do: "2 hours ago", "yesterday". */
  readonly modified: string;
  /** Date and time in full. */
  readonly modifiedTitle: string;
  readonly size: string;
  readonly sharing: string;
  /** Who has the file for themselves; empty where nobody has. */
  readonly checkout: string;
  /** Where it was found; empty in a folder. */
  readonly place: string;
  /** Written only where a column asks for it. */
  readonly type: () => string;
  readonly created: () => string;
  /** The columns in one sentence, for those who hear the row instead of seeing it. */
  readonly description: string;
}

export function useItemText(item: DriveItem, found?: FoundText): ItemText {
  const text = useText();
  return useMemo(() => {
    const instant = parseInstant(item.lastModifiedDateTime);
    const size = sizeText(item, text);
    const modifiedTitle = instant === undefined ? '' : text.date(instant);
    const checkout = checkoutText(item, text);
    const place = found?.placeOf(item) ?? '';
    return {
      modified: instant === undefined ? '' : ago(instant, text),
      modifiedTitle,
      size,
      sharing: item.shared ? text('list.shared') : '',
      checkout,
      place,
      type: () => text(`list.kind.${fileTypeOf(item)}`),
      created: () => {
        const made = parseInstant(item.createdDateTime);
        return made === undefined ? '' : text.day(made);
      },
      description: [place, checkout, describe(item, modifiedTitle, size, text)].filter(Boolean).join(', '),
    };
  }, [item, text, found]);
}

function checkoutText({ publication: { level, checkedOutBy: name } = {} }: DriveItem, text: Text): string {
  if (level === 'checkout') return text('list.checkedOut.you');
  return name ? text('list.checkedOut', { name }) : '';
}

function sizeText(item: DriveItem, text: Text): string {
  if (!opensInPlace(item)) return item.size === undefined ? '' : text.size(item.size);
  const count = (item.folder ?? item.remoteItem?.folder)?.childCount;
  return count === undefined ? '' : text('list.items', { count });
}

function describe(item: DriveItem, modified: string, size: string, text: Text): string {
  const facts = [
    opensInPlace(item) ? text('list.folder') : '',
    item.shared ? text('list.shared') : '',
    modified && text('list.modifiedOn', { date: modified }),
    size,
  ];
  return facts.filter(Boolean).join(', ');
}

function ago(instant: number, text: Text): string {
  const age = environment.now() - instant;
  if (age >= 0 && age < HOUR) return text.ago(Math.floor(age / MINUTE), 'minute');
  if (age >= 0 && age < DAY) return text.ago(Math.floor(age / HOUR), 'hour');
  if (age >= 0 && age < 7 * DAY) return text.ago(Math.floor(age / DAY), 'day');
  return text.day(instant);
}
