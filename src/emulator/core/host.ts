/** Which of Microsoft's hosts a request means: login and Graph may share an origin. */
export type Host = 'login' | 'graph' | 'bytes';

export function hostOf(origin: 'login' | 'bytes', path: string): Host {
  if (origin === 'bytes') return 'bytes';
  return /^\/(v\d+(\.\d+)?|beta)(\/|$)/.test(path) ? 'graph' : 'login';
}
