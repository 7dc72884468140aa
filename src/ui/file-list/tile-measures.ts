const GAP = 8;
/** Before the first one, and behind the last one, where a scroll bar may stand. */
const START = 12;
const END = 20;
/** The name and the line below it. */
const NAMES = 44;

/** How large tiles are, and where they stand in their line. */
export interface TileMeasures {
  readonly across: number;
  readonly width: number;
  readonly height: number;
  readonly lineHeight: number;
  /** How far it is moved from the edge at which lines begin. */
  readonly leftOf: (column: number) => number;
  /** The first and the last column of which something lies between two distances from that edge. */
  readonly columnsBetween: (from: number, to: number) => readonly [number, number] | undefined;
}

/** As many as fit at least as large as wished; they share the room that is left. */
export function measureTiles(boxWidth: number, size: number, isRightToLeft: boolean): TileMeasures {
  const room = Math.max(0, boxWidth - START - END);
  const across = Math.max(1, Math.floor((room + GAP) / (size + GAP)));
  const width = Math.max(1, Math.floor((room + GAP) / across) - GAP);
  const height = Math.min(width, Math.round(size * 1.1)) + NAMES;
  const sign = isRightToLeft ? -1 : 1;
  return {
    across,
    width,
    height,
    lineHeight: height + GAP,
    leftOf: (column) => sign * (START + column * (width + GAP)),
    columnsBetween: (from, to) => {
      const first = Math.max(0, Math.ceil((from - START - width) / (width + GAP)));
      const last = Math.min(across - 1, Math.floor((to - START) / (width + GAP)));
      return first > last ? undefined : [first, last];
    },
  };
}
