import type { Graph } from '../../graph';
import type { DriveRequests } from '../drive-requests';

/** What a change of one item is made of. Whoever makes it has seen to it that writing is allowed. */
export interface ChangeParts {
  readonly graph: Graph;
  readonly requests: Pick<DriveRequests, 'item' | 'child'>;
}
