import * as v from 'valibot';
import { toOneDriveError, type OneDriveError } from '../../lib';
import type { Check } from '../check';
import { failed, passed, unchecked, type Outcome } from '../outcome';

const driveSchema = v.looseObject({
  driveType: v.optional(v.string(), ''),
  quota: v.nullish(v.looseObject({ state: v.optional(v.string()), remaining: v.optional(v.number()) })),
});

/** The account has a OneDrive, and its token opens it. */
export const drive: Check = {
  id: 'drive',
  needs: ['sign-in', 'scopes', 'graph'],
  run: async ({ parts, signal }) => {
    try {
      const request = {
        path: '/me/drive',
        query: { $select: 'id,driveType,quota' },
        access: 'read',
        signal,
      } as const;
      const { driveType, quota } = await parts().graph.get(request, (json) => v.parse(driveSchema, json));
      return quota?.state === 'exceeded' || quota?.remaining === 0
        ? failed('drive-full')
        : passed({ driveType });
    } catch (reason) {
      return explain(toOneDriveError(reason));
    }
  },
};

function explain(error: OneDriveError): Outcome {
  const facts = { code: error.serviceCode ?? error.code, request: error.requestId ?? '–' };
  switch (error.code) {
    case 'cancelled':
      return unchecked('cancelled');
    case 'not-found':
    case 'no-drive':
      return failed('no-drive', facts);
    case 'access-denied':
      return failed('drive-refused', facts);
    case 'sign-in-needed':
      return failed('graph-refused-token', facts);
    default:
      return failed('drive-unavailable', facts);
  }
}
