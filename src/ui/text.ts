import { IntlMessageFormat, type Formatters } from 'intl-messageformat';
import { createContext, useContext } from 'react';
import { createStore, type ReadableStore } from '../lib';
import { loadLaterMessages, messages, type Message, type MessageId, type ReplaceableId } from '../locales';

type Values = Record<string, string | number>;

export interface Text {
  /** The sentence of the locale file, with its values filled in. */
  (id: MessageId, values?: Values): string;
  /** BCP 47. */
  readonly locale: string;
  /** Short date and time of an instant (epoch milliseconds) in the user's locale. */
  readonly date: (instant: number) => string;
  /** Date of an instant (epoch milliseconds). */
  readonly day: (instant: number) => string;
  /** Short time of an instant (epoch milliseconds) of today. */
  readonly time: (instant: number) => string;
  /** So long before now: `2 hours ago`, `yesterday`. */
  readonly ago: (count: number, unit: 'minute' | 'hour' | 'day') => string;
  /** A size in bytes as people read it: `1.2 MB`. */
  readonly size: (bytes: number) => string;
  /** One of them: `PDF, DOCX, or image`. */
  readonly anyOf: (words: readonly string[]) => string;
  /** All of them: `PDF, DOCX, and image`. */
  readonly allOf: (words: readonly string[]) => string;
  /** What the page gave in place of a text that comes later than these (`ReplaceableId`), if it gave one. */
  readonly replaced: (id: ReplaceableId, values?: Values) => string | undefined;
}

export interface TextSource {
  /** BCP 47; dates and numbers follow it. */
  readonly locale: string;
  /** In place of our texts, by message id. */
  readonly overrides: Readonly<Record<string, Message>>;
  /** One of them wants a value that there is not; ours is shown in its place. */
  readonly onInvalid: (id: string) => void;
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

const known = createStore(messages);

/** Our texts as far as they are here: those of the first screen, then with the first part loaded later all of them. */
export const knownMessages: ReadableStore<Readonly<Record<string, Message>>> = known;

/** Brings the texts of the parts that are loaded later. @throws TypeError where they can't be fetched */
export async function loadLaterTexts(): Promise<void> {
  const later = await loadLaterMessages();
  known.set({ ...messages, ...later });
}

const TextContext = createContext<Text | undefined>(undefined);

export const TextContextProvider = TextContext.Provider;

/** @throws TypeError outside of a TextProvider */
export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new TypeError('useText needs a TextProvider above it.');
  return text;
}

export function createText({ locale: wanted, overrides, onInvalid }: TextSource): Text {
  const locale = supported(wanted);
  const write = createWriter(locale);
  const replaced = (id: ReplaceableId, values?: Values) => {
    const override = overrides[id];
    try {
      if (override !== undefined) return write(override, values);
    } catch {
      onInvalid(id);
    }
    return undefined;
  };
  const text = (id: MessageId, values?: Values) =>
    replaced(id, values) ?? write(known.get()[id] ?? id, values);
  const instants = (options: Intl.DateTimeFormatOptions) => (instant: number) =>
    dateFormat(locale, options).format(instant);
  const size = (bytes: number) => {
    const step = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
    return numberFormat(locale, {
      style: 'unit',
      unit: UNITS[step] ?? 'byte',
      unitDisplay: step === 0 ? 'long' : 'short',
      maximumFractionDigits: step === 0 ? 0 : 1,
    }).format(bytes / 1024 ** step);
  };
  const list = (type: 'disjunction' | 'conjunction') => (words: readonly string[]) =>
    listFormat(locale, { type }).format(words);
  return Object.assign(text, {
    locale,
    date: instants({ dateStyle: 'medium', timeStyle: 'short' }),
    day: instants({ dateStyle: 'medium' }),
    time: instants({ timeStyle: 'medium' }),
    ago: (count: number, unit: 'minute' | 'hour' | 'day') =>
      relativeTimeFormat(locale, { numeric: 'auto' }).format(-count, unit),
    size,
    anyOf: list('disjunction'),
    allOf: list('conjunction'),
    replaced,
  });
}

/** Fills values in. */
function createWriter(locale: string) {
  const known = new Map<Message, IntlMessageFormat>();
  return (message: Message, values?: Values): string => {
    if (typeof message === 'string') return message;
    const format = known.get(message) ?? new IntlMessageFormat(message, locale, undefined, { formatters });
    known.set(message, format);
    return String(format.format(values));
  };
}

/** What is no language tag at all (`en_US`) is no reason to show nothing. */
function supported(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const numberFormat = remember(
  (locale?: string | string[], options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
const dateFormat = remember(
  (locale?: string | string[], options?: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options),
);
const relativeTimeFormat = remember(
  (locale: string, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
);
const listFormat = remember(
  (locale: string, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
);

const formatters: Formatters = {
  getNumberFormat: numberFormat,
  getDateTimeFormat: dateFormat,
  getPluralRules: remember(
    (locale?: string | string[], options?: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options),
  ),
};

/** Making one of these takes longer than using it a hundred times. */
function remember<A extends readonly unknown[], T>(make: (...from: A) => T): (...from: A) => T {
  const made = new Map<string, T>();
  return (...from) => {
    const key = JSON.stringify(from);
    const known = made.get(key) ?? make(...from);
    made.set(key, known);
    return known;
  };
}
