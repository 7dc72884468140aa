/**
 * Below `test/`: what `npm run test:all` plays and `npm test` leaves out. All of them want processor time, of which two
 * cores have no more than they have: tables (98 situations of signing in, 30 mistakes of a set-up, seven host pages), and
 * applications that install the package.
 */
const LONG = ['situations/', 'self-test/', 'package/', 'browser/host-pages.spec.ts'];

/** Whether this run leaves them out: `npm test` says so to what it starts. */
export const leavesOutLong = process.env['LEAVE_OUT_LONG'] === '1';

/** @param file below `test/` */
export function isLong(file) {
  return LONG.some((place) => file.startsWith(place));
}
