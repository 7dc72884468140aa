import { LAYOUTS } from '../../drive';
import {
  MODES,
  PICK_KINDS,
  SELECTION_MODES,
  THEMES,
  type ControlProps,
  type StringOverrides,
} from '../../host';
import { listBlobs } from '../named-blobs';

/** Whether a setting can be read. Attributes, and pages without types, can say anything. */
const CHECKS = {
  mode: oneOf(MODES),
  pickKind: oneOf(PICK_KINDS),
  selection: oneOf(SELECTION_MODES),
  maxCount: (value) => Number.isInteger(value) && Number(value) > 0,
  maxSize: (value) => Number.isFinite(value) && Number(value) > 0,
  itemFilter: (value) => typeof value === 'function',
  files: (value) => listBlobs(value) !== undefined,
  view: oneOf(LAYOUTS),
  theme: oneOf(THEMES),
  dir: oneOf(['ltr', 'rtl']),
  cacheLocation: oneOf(['sessionStorage', 'localStorage', 'memoryStorage']),
  interaction: oneOf(['auto', 'popup', 'redirect']),
  strings: (value) => typeof value === 'object',
  actions: (value) => Array.isArray(value),
  viewers: (value) => Array.isArray(value) && value.every(isViewer),
} satisfies Partial<Record<keyof ControlProps, (value: unknown) => boolean>>;

/** A setting that can't be read. */
export interface WrongSetting {
  /** `maxSize`, `strings.list.label` */
  readonly name: string;
  readonly value: unknown;
}

/** The settings that can be read; in the place of the others is what holds unless told. */
export function checkProps<P extends ControlProps>(
  props: P,
): { readonly valid: P; readonly wrong: readonly WrongSetting[] } {
  const read = Object.entries(CHECKS).map(([name, isRight]) => {
    const value: unknown = Reflect.get(props, name);
    // Frameworks write these for what is not there.
    const isAbsent = value === undefined || value === null || value === '';
    return { name, value, isAbsent, isRight: isAbsent || isRight(value) };
  });
  const left = read.filter(({ isAbsent, isRight }) => isAbsent || !isRight);
  const wrong = read.filter(({ isRight }) => !isRight);
  const valid = { ...props, ...Object.fromEntries(left.map(({ name }) => [name, undefined])) };
  return { valid, wrong: [...wrong, ...wrongStrings(valid.strings)] };
}

/** Ids that are none are told by the view, which knows all texts. */
function wrongStrings(strings: StringOverrides = {}): readonly WrongSetting[] {
  return Object.entries<unknown>(strings)
    .filter(([, text]) => text !== undefined && typeof text !== 'string')
    .map(([id, value]) => ({ name: `strings.${id}`, value }));
}

function isViewer(value: unknown): boolean {
  const has = (name: string) => typeof Reflect.get(Object(value), name) === 'function';
  return has('accepts') && has('render');
}

function oneOf(known: readonly string[]): (value: unknown) => boolean {
  return (value) => known.some((word) => word === value);
}
