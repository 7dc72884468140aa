import type { Views } from '../../graph';

export interface ViewCounts {
  readonly allTime: Views;
  readonly lastSevenDays: Views;
}

/** What is known to have happened to an item: as much as Graph tells. */
export interface Activity {
  /** `uncounted`: a personal drive. `untold`: the service does not tell this person. */
  readonly views: ViewCounts | 'uncounted' | 'untold';
  /** The newest first. */
  readonly events: readonly ActivityEvent[];
}

export interface ActivityEvent {
  readonly kind: 'created' | 'changed' | 'shared';
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Display name. */
  readonly by: string | undefined;
}
