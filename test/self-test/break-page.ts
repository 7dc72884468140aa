import type { Answer, Asked, Breakage } from './portal';

/** Another answer for one file of the portal. */
export function change(file: string, how: (answer: Answer, asked: Asked) => Partial<Answer>): Breakage {
  return (answer, asked) => (asked.path === `/${file}` ? { ...answer, ...how(answer, asked) } : answer);
}

/** One more header, or another one. */
export function header(file: string, name: string, value: string): Breakage {
  return change(file, ({ headers }) => ({ headers: { ...headers, [name]: value } }));
}

export const LOGIN_PAGE =
  '<!doctype html><title>Portal – Log in</title><form><input type="password"></form><script src="/app.js"></script>';
