const MIB = 1024 * 1024;

/** Bytes of a picture that is drawn: more of them freeze a telephone. */
export const MOST_OF_IMAGE = 50 * MIB;
/** Bytes of a text that is shown; of a longer one the beginning is. */
export const MOST_OF_TEXT = MIB;
/** Bytes of a neighbour that is read before anybody asks for it. */
export const MOST_AHEAD = 10 * MIB;
