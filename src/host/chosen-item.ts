import type { ItemReference } from '../drive';

/** One item of a form value: enough to find it again, and to name it. */
export interface ChosenItem extends ItemReference {
  readonly name: string;
  /** Bytes, where it is known. */
  readonly size?: number | undefined;
  /** The names of the folders it lies in, from the root on, where they are known. */
  readonly path?: readonly string[] | undefined;
}
