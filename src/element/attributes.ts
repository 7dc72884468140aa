/** Their properties are texts. */
export const TEXT_ATTRIBUTES = [
  'client-id',
  'tenant',
  'authority',
  'cloud',
  'redirect-uri',
  'scopes',
  'login-hint',
  'sid',
  'domain-hint',
  'cache-location',
  'interaction',
  'mode',
  'folder',
  'root',
  'pick-kind',
  'accept',
  'selection',
  'can',
  'sources',
  'view',
  'columns',
  'theme',
  'locale',
  'name',
] as const;

/** Their properties are numbers. */
export const NUMBER_ATTRIBUTES = ['max-count', 'max-size'] as const;

/** They are there, or not. */
export const BOOLEAN_ATTRIBUTES = [
  'create-folder',
  'readonly',
  'hide-command-bar',
  'hide-breadcrumb',
  'hide-transfers',
  'keep-transfers',
  'forget-listings',
  'required',
  'disabled',
] as const;

/** Every attribute of `<onedrive-control>` that this version reads. `dir` has its property already; `value` has two. */
export const ATTRIBUTES = [
  ...TEXT_ATTRIBUTES,
  ...NUMBER_ATTRIBUTES,
  ...BOOLEAN_ATTRIBUTES,
  'value',
  'dir',
] as const;

export type AttributeName = (typeof ATTRIBUTES)[number];

/** `client-id` → `clientId` */
export function propertyOf(attribute: AttributeName): string {
  return attribute.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** What is no number sets no limit. */
export function readNumber(text: string | null | undefined): number | undefined {
  const number = text?.trim() ? Number(text) : Number.NaN;
  return Number.isNaN(number) ? undefined : number;
}
