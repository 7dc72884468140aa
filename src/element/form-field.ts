import type { ChosenItem } from '../host';
import type { EmbedTextId } from '../locales';
import { readValue, writeValue } from './form-value';

/** What of the element the field depends on. */
interface FieldElement {
  readonly required: boolean;
  readonly mode: string;
  readonly pickKind: string;
  readonly selection: string;
  readonly maxCount: number | undefined;
  readonly defaultValue: string;
}

/** The part of the element that is a field of a form. */
export interface FormField {
  readonly chosen: () => readonly ChosenItem[];
  readonly value: () => string;
  /** @throws TypeError for a text that is no value; then nothing changes */
  setValue(text: string): void;
  choose(items: readonly ChosenItem[]): void;
  /** What the attribute says, unless something else was chosen. @throws TypeError; then nothing is chosen */
  readonly takeDefault: () => void;
  readonly reset: () => void;
  setCustomValidity(message: string): void;
  /** Tells the form what the value is, and whether it will do. */
  show(): void;
}

/** @param anchor where the browser points when the value will not do */
export function createFormField(
  element: FieldElement,
  internals: ElementInternals,
  { anchor, text }: { readonly anchor: () => HTMLElement; readonly text: (id: EmbedTextId) => string },
): FormField {
  let chosen: readonly ChosenItem[] = [];
  /** The value is no longer what the attribute says. */
  let isDirty = false;
  let customMessage = '';

  const isList = () => {
    const { selection, maxCount = 0 } = element;
    return selection === 'multiple' || (selection === '' && maxCount > 1);
  };
  /** As much of it as the control shows while it picks. */
  const fitting = () => {
    if (element.mode !== 'pick') return chosen;
    if (element.selection === 'none') return [];
    return isList() ? chosen.slice(0, element.maxCount) : chosen.slice(-1);
  };
  const value = () => writeValue(fitting(), isList());
  const show = () => {
    internals.setFormValue(value() || null, JSON.stringify(fitting()));
    const valueMissing = element.required && chosen.length === 0;
    const missing = element.pickKind === 'folders' ? 'element.chooseFolder' : 'element.chooseFile';
    const message = customMessage || (valueMissing ? text(missing) : '');
    internals.setValidity({ valueMissing, customError: customMessage !== '' }, message, anchor());
  };
  const choose = (items: readonly ChosenItem[]) => {
    chosen = items;
    show();
  };
  const takeDefault = () => {
    if (isDirty) return;
    chosen = [];
    try {
      chosen = readValue(element.defaultValue);
    } finally {
      show();
    }
  };
  return {
    chosen: fitting,
    value,
    setValue: (text) => {
      const items = readValue(text);
      isDirty = true;
      choose(items);
    },
    choose: (items) => {
      isDirty = true;
      choose(items);
    },
    takeDefault,
    reset: () => {
      isDirty = false;
      takeDefault();
    },
    setCustomValidity: (message) => {
      customMessage = message;
      show();
    },
    show,
  };
}
