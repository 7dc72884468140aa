import type { Ref } from 'react';
import type { ChosenItem, ControlProps } from '../../host';
import type { OneDriveControlHandle } from './handle';

/** The same names as the attributes, properties and events of `<onedrive-control>`. */
export interface OneDriveControlProps extends ControlProps {
  /** For the element around the control: the one thing in it that the host's style sheets reach. */
  readonly className?: string | undefined;
  /** An open shadow root to render into; without it the control makes its own element. */
  readonly shadowRoot?: ShadowRoot | undefined;
  readonly ref?: Ref<OneDriveControlHandle> | undefined;
}

/** What only the custom element says besides. */
export interface OwnProps extends OneDriveControlProps {
  /** In mode `pick` the value follows what is picked: with or without Choose, as that of a listbox does. */
  readonly onValue?: ((items: readonly ChosenItem[]) => void) | undefined;
  /** Where events are made of what the host is asked. */
  readonly emitter?: EventTarget | undefined;
  /** What was chosen went with its account. Unless this is given, `value` is shown to the next one as chosen, too. */
  readonly onForgotten?: (() => void) | undefined;
}
