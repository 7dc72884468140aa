import type { UploadKind } from './work';

/** Whoever uploads. */
export interface Uploader {
  /** Its folder under test/bench/transfers/peers; `ours` has none. */
  readonly name: string;
  readonly label: string;
  /** What it can do. */
  readonly does: readonly UploadKind[];
}

/** The measure of all: nobody is judged by it but ours. */
export const LIMIT: Uploader = { name: 'bare', label: 'bare requests', does: ['large', 'many', 'tree'] };

export const OURS: Uploader = { name: 'ours', label: 'onedrive-control', does: ['large', 'many', 'tree'] };

export const PEERS: readonly Uploader[] = [
  {
    name: 'graph-client',
    label: '@microsoft/microsoft-graph-client 3.0.7',
    does: ['large', 'many', 'tree'],
  },
  { name: 'upchunk', label: '@mux/upchunk 3.5.0', does: ['large'] },
  { name: 'uppy', label: '@uppy/core 6.3.1 with @uppy/xhr-upload 6.0.0', does: ['many', 'tree'] },
];
