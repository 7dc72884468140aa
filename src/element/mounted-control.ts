import type { ChosenItem, ControlMethods, ControlProps } from '../host';
import type { AttributeName } from './attributes';
import type { AttributeProps } from './read-props';

/** What the element gives to the application. */
export interface MountProps extends Omit<ControlProps, keyof AttributeProps> {
  readonly shadowRoot: ShadowRoot;
  /** Address of the script: beside it lies the page that sign-in comes back to. */
  readonly script: string;
  /** What was chosen went with its account. */
  readonly onForgotten: () => void;
  /** While it picks, the value is what is picked. */
  readonly onValue: (items: readonly ChosenItem[]) => void;
  /** What an attribute says; the application understands it. */
  readonly attribute: (name: AttributeName) => string | null;
}

/** The application behind one element, as long as the element stands in a page. */
export interface MountedControl {
  /** Rejects where the element was gone, or the application broke down, before it stood. */
  readonly methods: Promise<ControlMethods>;
  update(props: MountProps): void;
  /** What was picked since Choose was pressed last is forgotten. */
  putBack(): void;
  unmount(): void;
}
