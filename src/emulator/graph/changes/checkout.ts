import { deedOf } from '../deed';
import { checkNotLocked } from '../model/checkout';
import { changeCheckout } from '../model/deeds';
import type { Drive } from '../model/drive';
import type { FileItem, Item } from '../model/model';
import type { Answer } from '../protocol/answer';
import { GraphError, invalidRequest, resourceLocked } from '../protocol/graph-error';
import { checkInBody, readJson } from '../protocol/schemas';
import type { DriveCall } from '../world';

/** `POST {item}/checkout`: nobody checks out what is checked out, not even the same person. */
export async function checkOutItem(call: DriveCall, item: Item): Promise<Answer> {
  const file = fileIn(call.drive, item);
  if (file.checkout !== undefined) throw resourceLocked();
  await changeCheckout(call.drive, file, deedOf(call), 'checkout');
  return { status: 204 };
}

/** `POST {item}/checkin`. Its comment is taken, but v1.0 shows it nowhere. */
export async function checkInItem(call: DriveCall, item: Item): Promise<Answer> {
  readJson(call, checkInBody);
  await changeCheckout(call.drive, checkedOutFile(call, item), deedOf(call), 'checkin');
  return { status: 204 };
}

/** `POST {item}/discardCheckout` */
export async function discardCheckout(call: DriveCall, item: Item): Promise<Answer> {
  await changeCheckout(call.drive, checkedOutFile(call, item), deedOf(call), 'discard');
  return { status: 204 };
}

function checkedOutFile({ drive, user }: DriveCall, item: Item): FileItem {
  const file = fileIn(drive, item);
  if (file.checkout === undefined) throw invalidRequest('The file is not checked out.');
  checkNotLocked(drive, file, user.oid);
  return file;
}

function fileIn(drive: Drive, item: Item): FileItem {
  if (drive.driveType === 'personal') {
    throw new GraphError(400, 'notSupported', 'Files of personal drives cannot be checked out.');
  }
  if (item.kind !== 'file') throw invalidRequest('Only files can be checked out.', 'notAFile');
  return item;
}
