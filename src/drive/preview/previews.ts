import type { DriveItem } from '../../graph';
import type { SecretUrl } from '../../lib';

/** The bytes of a file, as far as they were wanted. */
export interface FileContent {
  readonly bytes: readonly Uint8Array<ArrayBuffer>[];
  /** The file has more than these. */
  readonly isCut: boolean;
}

/** The few calls that looking into a file is made of. All reject with OneDriveError. */
export interface Previews {
  /** The first `limit` bytes of a file. */
  read(item: DriveItem, limit: number, signal: AbortSignal): Promise<FileContent>;
  /** A fresh address of all bytes, which takes ranges. */
  address(item: DriveItem, signal: AbortSignal): Promise<SecretUrl>;
  /** The service's own page of the file, for a frame; undefined where it has none. Work accounts alone. */
  page(item: DriveItem, signal: AbortSignal): Promise<SecretUrl | undefined>;
  /** Where programs of this device find the file; undefined where the service does not tell. */
  placeForPrograms(item: DriveItem, signal: AbortSignal): Promise<string | undefined>;
}
