import type { SharedCall } from './shared-call';
import type { TransferPorts } from './types';

type Reason = Parameters<TransferPorts['authorizeWrite']>[1];

/** One question for all who write into the same drive: another one may take another right. */
export function createDriveDoors(
  make: (driveId: string, reason: Reason) => SharedCall,
): (driveId: string, reason: Reason) => SharedCall {
  const doors = new Map<string, SharedCall>();
  return (driveId: string, reason: Reason) => {
    const key = `${reason} ${driveId}`;
    const door = doors.get(key) ?? make(driveId, reason);
    doors.set(key, door);
    return door;
  };
}
