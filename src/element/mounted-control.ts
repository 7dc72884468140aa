import type { ControlMethods, ControlProps } from '../host';

/** What the element gives to the application. */
export interface MountProps extends ControlProps {
  readonly shadowRoot: ShadowRoot;
}

/** What the application does for the element. */
export interface MountedMethods extends ControlMethods {
  putBack(): void;
}

/** The application behind one element, as long as the element stands in a page. */
export interface MountedControl {
  /** Rejects where the element was gone before the application stood. */
  readonly methods: Promise<MountedMethods>;
  update(props: MountProps): void;
  unmount(): void;
}
