import type { FieldValue } from '../../drive';
import type { Text } from '../text';
import { currencyOf } from './currency-of';

/** What an item says in a column of its library, as people of the user's locale write it. */
export function fieldText(value: FieldValue, text: Text): string {
  switch (value.kind) {
    case 'none':
      return '';
    case 'text':
      return value.text;
    case 'number': {
      const { places, isPercent } = value;
      const digits = places === undefined ? {} : { minimumFractionDigits: places };
      return numberText(text, value.value, {
        style: isPercent ? 'percent' : 'decimal',
        maximumFractionDigits: places ?? 6,
        ...digits,
      });
    }
    case 'currency': {
      const currency = currencyOf(value.locale);
      const style = currency ? { style: 'currency' as const, currency } : { minimumFractionDigits: 2 };
      return numberText(text, value.value, style);
    }
    case 'date':
      return value.hasTime ? text.date(value.instant) : dayText(text, value.instant);
    case 'yes-no':
      return text(value.value ? 'list.field.yes' : 'list.field.no');
    case 'list':
      return text.allOf(value.texts);
    case 'link':
      return value.title;
  }
}

/** A day is the same day in every time zone. */
function dayText({ locale }: Text, instant: number): string {
  return formatOf(`day ${locale}`, () => {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  }).format(instant);
}

function numberText({ locale }: Text, value: number, options: Intl.NumberFormatOptions): string {
  const key = JSON.stringify([locale, options]);
  return formatOf(key, () => new Intl.NumberFormat(locale, options)).format(value);
}

interface Format {
  readonly format: (value: number) => string;
}

// Making one takes longer than using it a hundred times.
const made = new Map<string, Format>();

function formatOf(key: string, make: () => Format): Format {
  const format = made.get(key) ?? make();
  made.set(key, format);
  return format;
}
