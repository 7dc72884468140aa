import { adminConsentPage, consentPage, isPersonal, type Account, type Auth } from '../auth';
import { parseDrive, type Drive, type Graph } from '../graph';
import { toOneDriveError } from '../lib';

/** What there is to know about whoever is connected, besides the connection. Asked only when somebody looks. */
export interface AccountFacts {
  /** The person's own drive, and how full it is. @throws OneDriveError */
  drive(signal?: AbortSignal): Promise<Drive>;
  /** Their picture, where they have one that may be seen. @throws OneDriveError where it could not be asked for */
  photo(signal?: AbortSignal): Promise<Blob | undefined>;
  isPersonal(account: Account): boolean;
  /** Where they take back, at Microsoft, what they allowed this app; undefined where that is not known. */
  consentPage(account: Account): string | undefined;
  /** Where an administrator allows it for everybody; undefined where the page signs in. */
  readonly adminConsentPage: string | undefined;
}

export interface AccountFactsParts {
  readonly graph: Graph;
  readonly graphRoot: string;
  readonly auth: Pick<Auth, 'registration' | 'scopes'>;
}

export function createAccountFacts({ graph, graphRoot, auth }: AccountFactsParts): AccountFacts {
  const { registration, scopes } = auth;
  return {
    drive: (signal) =>
      graph.get(
        { path: '/me/drive', query: { $select: 'id,driveType,quota,webUrl' }, access: 'read', signal },
        parseDrive,
      ),
    photo: async (signal) => {
      try {
        return await graph.getBlob({ path: '/me/photos/96x96/$value', access: 'read', signal });
      } catch (reason) {
        // Nobody has to have one, and a token for files need not open the profile.
        if (['not-found', 'access-denied'].includes(toOneDriveError(reason).code)) return undefined;
        throw reason;
      }
    },
    isPersonal,
    consentPage: (account) => registration && consentPage(account, registration.authority),
    adminConsentPage:
      registration &&
      scopes &&
      adminConsentPage(registration, {
        scopes: [...new Set([...scopes.read, ...scopes.write])],
        graphRoot,
      }),
  };
}
