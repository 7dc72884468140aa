/** What the list says of changes that others have made. */
export const liveEn = {
  'live.added': '{count, plural, one {# new item.} other {# new items.}}',
  'live.changed': '{count, plural, one {# item has changed.} other {# items have changed.}}',
  'live.removed': '{count, plural, one {# item is no longer here.} other {# items are no longer here.}}',
} as const;
