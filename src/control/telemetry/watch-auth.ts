import type { Auth } from '../../auth';
import type { Environment, Report } from '../../lib';

/** The same auth, telling of each sign-in and each token that is asked for. */
export function watchAuth(auth: Auth, report: Report, { now }: Pick<Environment, 'now'>): Auth {
  return {
    ...auth,
    connect: (options) => {
      const done = auth.connect(options);
      report({ name: 'signing-in', start: now(), done });
      return done;
    },
    getAccessToken: (request) => {
      const done = auth.getAccessToken(request);
      report({ name: 'asking-token', done });
      return done;
    },
  };
}
