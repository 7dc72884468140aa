import type { Environment } from '../lib';
import { sharePage } from './page-share';
import { resolveSignIn, type ResolvedSignIn, type SignInWay } from './sign-in-way';

/**
 * The sign-in of a control with these settings, without the control: whoever is signed in there is so here.
 *
 * @param environment the page's own unless told
 * @throws OneDriveError `configuration-invalid`
 */
export function openSignIn(way: SignInWay, environment?: Environment): ResolvedSignIn {
  return resolveSignIn(way, sharePage(environment));
}
