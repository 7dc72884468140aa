import type { DriveItem } from '../drive';

/** What a viewer of the page's own works with. */
export interface ViewerTools {
  /** Aborted when another file is shown, or none: what the viewer holds is to be given back. */
  readonly signal: AbortSignal;
  /**
   * The bytes of the file, without a type: nothing shows them as a document by mistake.
   *
   * @param maxSize bytes; 50 MiB unless told
   * @throws OneDriveError `file-too-large`, `offline`, `not-found`, …
   */
  readonly read: (options?: { readonly maxSize?: number }) => Promise<Blob>;
}

/**
 * The page's own way to show files of some kind. What it draws belongs to the page: never run what is in a file.
 *
 * @example
 * const drawings: Viewer = {
 *   accepts: ({ name }) => name.endsWith('.dxf'),
 *   render: async (container, item, { read, signal }) => draw(container, await read(), signal),
 * };
 */
export interface Viewer {
  /** Whether it shows this file, before the control's own viewers. One that throws does not. */
  readonly accepts: (item: DriveItem) => boolean;
  /**
   * Draws the file into an empty element in the control's shadow root. What it throws, or rejects with, is shown as the
   * reason why there is nothing to see.
   */
  readonly render: (container: HTMLElement, item: DriveItem, tools: ViewerTools) => void | Promise<void>;
}
