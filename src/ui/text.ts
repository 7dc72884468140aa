import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { en, type MessageId } from '../locales';

type Values = Record<string, string | number>;

export interface Text {
  /** The sentence of the locale file, with its values filled in. */
  (id: MessageId, values?: Values): string;
  /** Short date and time of an instant (epoch milliseconds) in the user's locale. */
  readonly date: (instant: number) => string;
  /** Short time of an instant (epoch milliseconds) of today. */
  readonly time: (instant: number) => string;
  /** A size in bytes as people read it: `1.2 MB`. */
  readonly size: (bytes: number) => string;
  /** One of them: `PDF, DOCX, or image`. */
  readonly anyOf: (words: readonly string[]) => string;
  /** All of them: `PDF, DOCX, and image`. */
  readonly allOf: (words: readonly string[]) => string;
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export function useText(): Text {
  const intl = useIntl();
  return useMemo(() => {
    const text = (id: MessageId, values?: Values) =>
      intl.formatMessage({ id, defaultMessage: en[id] }, values);
    const date = (instant: number) => intl.formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' });
    const time = (instant: number) => intl.formatTime(instant, { timeStyle: 'medium' });
    const size = (bytes: number) => {
      const step = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
      return intl.formatNumber(bytes / 1024 ** step, {
        style: 'unit',
        unit: UNITS[step] ?? 'byte',
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: step === 0 ? 0 : 1,
      });
    };
    const anyOf = (words: readonly string[]) => intl.formatList(words, { type: 'disjunction' });
    const allOf = (words: readonly string[]) => intl.formatList(words, { type: 'conjunction' });
    return Object.assign(text, { date, time, size, anyOf, allOf });
  }, [intl]);
}
