import * as v from 'valibot';
import { parseDriveItem, type DriveItem } from './drive-item';

/** What is known of an item beyond its row. Which of it there is depends on what it is, and on the kind of drive. */
export interface ItemFacts {
  readonly item: DriveItem;
  readonly createdBy: string | undefined;
  /** What its owner says of it; personal drives alone. */
  readonly description: string | undefined;
  /** ISO 8601, UTC. */
  readonly sharedDateTime: string | undefined;
  /** Display name of the person who shared it first. */
  readonly sharedBy: string | undefined;
  /** ISO 8601, UTC: when the picture was taken. */
  readonly takenDateTime: string | undefined;
  /** Maker and model. */
  readonly camera: string | undefined;
  /** Pixels. */
  readonly dimensions: { readonly width: number; readonly height: number } | undefined;
  /** Milliseconds. */
  readonly duration: number | undefined;
  /** Scanners have taken it for infected. */
  readonly isMalware: boolean;
}

/** Those of a row, and what is told of a picture, a film or a song. */
export const FACT_FIELDS =
  'id,name,size,eTag,cTag,createdDateTime,lastModifiedDateTime,createdBy,lastModifiedBy,webUrl,parentReference,file,folder,package,remoteItem,shared,root,publication,description,image,photo,video,audio,malware';

const text = v.nullish(v.string());
const number = v.nullish(v.number());
const medium = v.nullish(v.looseObject({ width: number, height: number, duration: number }));
const identity = v.nullish(v.looseObject({ user: v.nullish(v.looseObject({ displayName: text })) }));
const schema = v.looseObject({
  createdBy: identity,
  description: text,
  shared: v.nullish(v.looseObject({ sharedDateTime: text, sharedBy: identity })),
  photo: v.nullish(v.looseObject({ takenDateTime: text, cameraMake: text, cameraModel: text })),
  image: medium,
  video: medium,
  audio: medium,
  malware: v.nullish(v.looseObject({})),
});

/** @throws v.ValiError where the answer is no driveItem */
export function parseItemFacts(json: unknown): ItemFacts {
  const item = parseDriveItem(json);
  const { createdBy, description, shared, photo, image, video, audio, malware } = v.parse(schema, json);
  const { width, height } = image?.width ? image : (video ?? {});
  const camera = [photo?.cameraMake, photo?.cameraModel].filter(Boolean).join(' ');
  return {
    item,
    createdBy: createdBy?.user?.displayName ?? undefined,
    description: description || undefined,
    sharedDateTime: shared?.sharedDateTime ?? undefined,
    sharedBy: shared?.sharedBy?.user?.displayName ?? undefined,
    takenDateTime: photo?.takenDateTime ?? undefined,
    camera: camera || undefined,
    dimensions: width && height ? { width, height } : undefined,
    duration: video?.duration ?? audio?.duration ?? undefined,
    isMalware: Boolean(malware),
  };
}
