import { generatedContent, type Content } from './content';
import type { FileItem, FolderItem, Person } from './model';
import type { Birthmarks } from './new-item';
import type { Series } from './series';

/** What all files of a series have in common. */
interface Sowing {
  readonly series: Series;
  readonly withSha1: boolean;
  /** The number of its first file. */
  readonly first: number;
  readonly marks: (number: number) => Birthmarks;
  /** Those of the file that was looked at last. */
  asked?: Birthmarks;
}

type Own = Partial<Pick<FileItem, 'name' | 'created' | 'modified' | 'fileCreated' | 'fileModified'>>;
const AS_SOWN: Own = {};

/** What the series says, until somebody changes it: a million of these take little time and room. */
export class SeriesFile implements FileItem {
  readonly number: number;
  parent: FolderItem | null;
  createdBy: Person;
  modifiedBy: Person;
  version = 1;
  changed = 0;
  removed = false;
  contentVersion = 1;
  readonly #sowing: Sowing;
  #own = AS_SOWN;
  #content: Content | undefined;

  constructor(sowing: Sowing, place: number, parent: FolderItem, by: Person) {
    this.#sowing = sowing;
    this.number = sowing.first + place;
    this.parent = parent;
    this.createdBy = by;
    this.modifiedBy = by;
  }

  get kind(): 'file' {
    return 'file';
  }

  get id(): string {
    return this.#marks.id;
  }

  get guid(): string {
    return this.#marks.guid;
  }

  get name(): string {
    return this.#own.name ?? this.#sowing.series.name(this.#place);
  }

  set name(name: string) {
    this.#own = { ...this.#own, name };
  }

  get created(): number {
    return this.#own.created ?? this.#sowing.series.created(this.#place);
  }

  set created(created: number) {
    this.#own = { ...this.#own, created };
  }

  get modified(): number {
    return this.#own.modified ?? this.#sowing.series.modified(this.#place);
  }

  set modified(modified: number) {
    this.#own = { ...this.#own, modified };
  }

  get fileCreated(): number {
    return this.#own.fileCreated ?? this.#sowing.series.created(this.#place);
  }

  set fileCreated(fileCreated: number) {
    this.#own = { ...this.#own, fileCreated };
  }

  get fileModified(): number {
    return this.#own.fileModified ?? this.#sowing.series.modified(this.#place);
  }

  set fileModified(fileModified: number) {
    this.#own = { ...this.#own, fileModified };
  }

  get content(): Content {
    return (this.#content ??= this.#sownContent());
  }

  set content(content: Content) {
    this.#content = content;
  }

  /** There are no bytes of it anywhere: nobody has asked for any. */
  get isUntouched(): boolean {
    return this.#content === undefined;
  }

  /** Whoever looks at a file asks for them several times in a row. */
  get #marks(): Birthmarks {
    const sowing = this.#sowing;
    if (sowing.asked?.number !== this.number) sowing.asked = sowing.marks(this.number);
    return sowing.asked;
  }

  get #place(): number {
    return this.number - this.#sowing.first;
  }

  #sownContent(): Content {
    const { series, withSha1 } = this.#sowing;
    const place = this.#place;
    return generatedContent(() => series.make(place), withSha1, series.size(place));
  }
}

export function sow(sowing: Sowing, parent: FolderItem, by: Person): SeriesFile[] {
  return Array.from(
    { length: sowing.series.length },
    (_, place) => new SeriesFile(sowing, place, parent, by),
  );
}
