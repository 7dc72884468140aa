import type { ControlMethods, ControlProps } from '../host';
import type { AttributeName } from './attributes';
import type { AttributeProps, ElementSurroundings } from './read-props';

/** What the element gives to the application. */
export interface MountProps extends Omit<ControlProps, keyof AttributeProps>, ElementSurroundings {
  readonly shadowRoot: ShadowRoot;
  /** What an attribute says; the application understands it. */
  readonly attribute: (name: AttributeName) => string | null;
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
