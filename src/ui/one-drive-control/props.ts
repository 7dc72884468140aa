import type { Ref } from 'react';
import type { SignInSettings } from '../../auth';
import type { OneDriveViewProps } from '../one-drive-view';
import type { ControlListeners } from './follow-control';
import type { OneDriveControlHandle } from './handle';

/** The same names as the attributes, properties and events of `<onedrive-control>`. */
export interface OneDriveControlProps
  extends
    Omit<SignInSettings, 'scopes'>,
    Pick<OneDriveViewProps, 'dir' | 'theme' | 'locale' | 'className'>,
    ControlListeners {
  /** Address of `oauth2callback.html`, on the page's own origin; a relative one starts at the page. */
  readonly redirectUri: string;
  /** A list, or words with spaces or commas between them. */
  readonly scopes?: string | readonly string[] | undefined;
  /** Where it starts: `Documents/2026`, from the root on. When it changes, that folder is opened. */
  readonly folder?: string | undefined;
  /** The folder that users cannot leave: `Portal/Case 7`. */
  readonly root?: string | undefined;
  /** An open shadow root to render into; without it the control makes its own element. */
  readonly shadowRoot?: ShadowRoot | undefined;
  readonly ref?: Ref<OneDriveControlHandle> | undefined;
}

/** What another control is needed for when it changes. */
export interface ControlSettings {
  readonly signIn: SignInSettings;
  readonly rootPath: readonly string[];
}

export function readSettings(props: OneDriveControlProps): ControlSettings {
  const { clientId, tenant, authority, cloud, redirectUri, scopes, root } = props;
  const { cacheLocation, loginHint, domainHint } = props;
  return {
    signIn: {
      clientId,
      tenant,
      authority,
      cloud,
      redirectUri,
      scopes: typeof scopes === 'string' ? scopes.split(/[\s,]+/).filter(Boolean) : scopes,
      cacheLocation,
      loginHint,
      domainHint,
    },
    rootPath: namesOf(root),
  };
}

/** The folder names of `Documents/2026`. */
export function namesOf(path = ''): string[] {
  return path.split('/').filter((name) => name !== '');
}
