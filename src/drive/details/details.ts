import type { DriveItem, FileVersion, ItemFacts } from '../../graph';
import type { Activity } from './activity';
import type { ItemField } from './read-fields';
import type { FollowingSection } from './create-section';

/** What the pane beside the list tells of one item. Sections ask when they are looked at, and not before. */
export interface Details {
  readonly facts: FollowingSection<ItemFacts>;
  /** Newest first: the first is what the file is now. */
  readonly versions: FollowingSection<readonly FileVersion[]>;
  readonly activity: FollowingSection<Activity>;
  /** What it says in the columns of its library; in none where the right to read them was not given. */
  readonly fields: FollowingSection<readonly ItemField[]>;
  follow(item: DriveItem | undefined): void;
  /**
   * Hands what a file was to the browser's own download.
   * @throws OneDriveError
   */
  downloadVersion(item: DriveItem, version: FileVersion, signal?: AbortSignal): Promise<void>;
  dispose(): void;
}
