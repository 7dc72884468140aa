import type { Application } from './applications';
import type { DirectoryUser } from './demo-directory';
import type { StsCode } from './sts-catalogue';
import { StsFailure } from './sts-failure';

/**
 * `page`: on a page of the platform, nothing comes back. `authorize`: in the answer to the application, `silent`: to one
 * with `prompt=none`. `token`: at the token endpoint.
 */
export const refusalPlaces = ['page', 'authorize', 'silent', 'token'] as const;
type RefusalPlace = (typeof refusalPlaces)[number];

/** A refusal without its cause, as `POST /_emulator/refusals` scripts it. */
export interface Refusal {
  readonly code: StsCode;
  readonly at: RefusalPlace;
  /** How often it is given, from the next request on. */
  readonly times: number;
  /** Address of the only account that hears it; a request that names nobody yet does not. */
  readonly user?: string | undefined;
  /** The claims challenge that comes with it. */
  readonly claims?: string | undefined;
}

/** Whom a request is about. */
interface Refused {
  readonly application: Application;
  readonly user: DirectoryUser | undefined;
}

export interface Refusals {
  add(refusal: Refusal): void;
  /** @throws StsFailure what is scripted for this place and account. */
  give(at: RefusalPlace, refused: Refused): void;
  clear(): void;
}

export function createRefusals(): Refusals {
  const due: { refusal: Refusal; left: number }[] = [];
  return {
    add: (refusal) => {
      due.push({ refusal, left: refusal.times });
    },
    give: (at, { application, user }) => {
      const next = due.find(
        ({ refusal, left }) =>
          left > 0 && refusal.at === at && (refusal.user === undefined || refusal.user === user?.upn),
      );
      if (next === undefined) return;
      next.left -= 1;
      const { code, claims } = next.refusal;
      const values = { x: application.clientId, y: application.name, z: user?.upn ?? '' };
      throw new StsFailure(code, values, claims === undefined ? {} : { claims });
    },
    clear: () => {
      due.length = 0;
    },
  };
}
