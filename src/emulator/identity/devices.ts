import type { Application } from './applications';
import type { Grant } from './grants';
import { randomToken } from './random-text';
import type { RequestedScopes } from './requested-scopes';
import { StsFailure } from './sts-failure';
import type { Tenant } from './tenants';

export const DEVICE_CODE_SECONDS = 900;
/** Letters and digits that can't be mistaken for one another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** What a program without a browser asks for in the device code flow. */
interface DeviceRequest {
  readonly application: Application;
  readonly scopes: RequestedScopes;
  readonly tenant: Tenant;
}

type Outcome =
  | { readonly kind: 'pending' }
  | { readonly kind: 'approved'; readonly grant: Grant }
  | { readonly kind: 'declined' };

export interface Devices {
  start(request: DeviceRequest): { readonly deviceCode: string; readonly userCode: string };
  /** @throws StsFailure 70018 unknown or already answered, 70019 too old. */
  find(userCode: string): DeviceRequest;
  approve(userCode: string, grant: Grant): void;
  decline(userCode: string): void;
  /** What the polling program gets; once. @throws StsFailure 70018, 70016, 65004, 70020. */
  redeem(deviceCode: string, clientId: string): Grant;
  clear(): void;
}

interface StoredDevice extends DeviceRequest {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly endsAt: number;
  outcome: Outcome;
}

export function createDevices(now: () => number): Devices {
  const byUserCode = new Map<string, StoredDevice>();
  const byDeviceCode = new Map<string, StoredDevice>();
  const settle = (userCode: string, outcome: Outcome): void => {
    const device = byUserCode.get(userCode);
    if (device !== undefined) device.outcome = outcome;
  };
  return {
    start: (request) => {
      const deviceCode = randomToken(48);
      const userCode = readableCode();
      const endsAt = now() + DEVICE_CODE_SECONDS * 1000;
      const device: StoredDevice = { ...request, deviceCode, userCode, endsAt, outcome: { kind: 'pending' } };
      byUserCode.set(userCode, device);
      byDeviceCode.set(deviceCode, device);
      return { deviceCode, userCode };
    },
    find: (userCode) => {
      const device = byUserCode.get(userCode);
      if (device === undefined || device.outcome.kind !== 'pending') throw new StsFailure(70018);
      if (now() >= device.endsAt) throw new StsFailure(70019);
      return device;
    },
    approve: (userCode, grant) => settle(userCode, { kind: 'approved', grant }),
    decline: (userCode) => settle(userCode, { kind: 'declined' }),
    redeem: (deviceCode, clientId) => {
      const device = byDeviceCode.get(deviceCode);
      if (device === undefined || device.application.clientId !== clientId) throw new StsFailure(70018);
      if (now() >= device.endsAt) throw new StsFailure(70020);
      const { outcome } = device;
      if (outcome.kind === 'pending') throw new StsFailure(70016);
      byDeviceCode.delete(deviceCode);
      if (outcome.kind === 'approved') return outcome.grant;
      throw new StsFailure(65004, {}, { error: 'authorization_declined' });
    },
    clear: () => {
      byUserCode.clear();
      byDeviceCode.clear();
    },
  };
}

function readableCode(): string {
  const chance = crypto.getRandomValues(new Uint8Array(9));
  return Array.from(chance, (byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}
