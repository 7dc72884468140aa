export const PANE_WIDTH = '232px';
/** From here on there is room for the pane beside the list. It is measured at the control, not at the window. */
export const WIDE = '@container (min-width: 840px)';
