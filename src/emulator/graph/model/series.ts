/** Files in any number of which nothing need be kept: what each is follows from its place, counted from 0. */
export interface Series {
  readonly length: number;
  /** In the order in which names are listed. */
  name(place: number): string;
  created(place: number): number;
  modified(place: number): number;
  size(place: number): number;
  make(place: number): Uint8Array;
}
