/** What an item says in a column of its library. `key` sorts like the value, by a collator that knows numbers. */
export type FieldValue = { readonly key: string } & (
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  /** `places` behind the point; as many as there are, unless told. */
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly places: number | undefined;
      readonly isPercent: boolean;
    }
  /** `locale` tells whose money it is: `en-us`. */
  | { readonly kind: 'currency'; readonly value: number; readonly locale: string }
  /** Epoch milliseconds; of a day, its beginning in UTC. */
  | { readonly kind: 'date'; readonly instant: number; readonly hasTime: boolean }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  /** Choices, or names of people. */
  | { readonly kind: 'list'; readonly texts: readonly string[] }
  | { readonly kind: 'link'; readonly address: string; readonly title: string }
);
