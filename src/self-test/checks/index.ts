import type { Check } from '../check';
import type { CheckId } from '../outcome';
import { authority } from './authority';
import { cleanUp } from './clean-up';
import { clock } from './clock';
import { configuration } from './configuration';
import { download } from './download';
import { drive } from './drive';
import { framing } from './framing';
import { graph } from './graph';
import { permissions } from './permissions';
import { policy } from './policy';
import { popups } from './popups';
import { redirectFrame } from './redirect-frame';
import { redirectHeaders } from './redirect-headers';
import { redirectPage } from './redirect-page';
import { redirectScript } from './redirect-script';
import { registration } from './registration';
import { scopes } from './scopes';
import { secureContext } from './secure-context';
import { signIn } from './sign-in';
import { storage } from './storage';
import { upload } from './upload';
import { writing } from './writing';

/** Every check but the last, which cleans up whatever has happened. */
export const CHECKS: Readonly<Record<Exclude<CheckId, 'clean-up'>, Check>> = {
  configuration,
  permissions,
  'secure-context': secureContext,
  storage,
  framing,
  policy,
  'redirect-page': redirectPage,
  'redirect-script': redirectScript,
  'redirect-headers': redirectHeaders,
  'redirect-frame': redirectFrame,
  authority,
  registration,
  popups,
  'sign-in': signIn,
  scopes,
  graph,
  clock,
  drive,
  writing,
  upload,
  download,
};

export { cleanUp };
