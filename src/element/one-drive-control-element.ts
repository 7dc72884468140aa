import type {
  ChosenItem,
  ConnectionDetail,
  ControlMethods,
  DriveItem,
  GetAccessToken,
  HostAction,
  HostApplication,
  ItemFilter,
  ItemReference,
  NamedBlob,
  NavigateDetail,
  PickOptions,
  SaveOptions,
  StringOverrides,
  Viewer,
  Transfers,
  UploadableFile,
  UploadFilesOptions,
} from '../host';
import { embedTexts, type EmbedTextId } from '../locales';
import { defineAttributeProperties, keepEarlyProperties } from './attribute-properties';
import { ATTRIBUTES, type AttributeName } from './attributes';
import { createApplication } from './create-application';
import { createEventListeners, type Emit } from './event-listeners';
import { focusInside } from './focus-inside';
import { createFormField } from './form-field';
import type { MountProps } from './mounted-control';
import { defineOwnProperties, type PropertyProps } from './own-properties';
import { anchorOf } from './skeleton';

/** On a server there are no elements; the module can be imported there all the same. */
const Base: typeof HTMLElement = Reflect.get(globalThis, 'HTMLElement') ?? Object;

/**
 * `<onedrive-control>`: a OneDrive inside any page. The class is all that a page loads at first; the application follows
 * when the element stands in the page.
 *
 * A field of a form: `name`, `required`, `disabled` and `value` work as in `<select>`; with `mode="pick"` the value is
 * JSON of what is picked. `:state(connected)`, `:state(signed-out)`, … follow `od-connection`.
 *
 * @example <onedrive-control client-id="…" tenant="…" redirect-uri="/oauth2callback.html"></onedrive-control>
 * @example <onedrive-control name="contract" mode="pick" accept=".pdf" required client-id="…"></onedrive-control>
 *
 * @tagname onedrive-control
 * @fires od-connection - The state of the sign-in or the account has changed.
 * @fires od-navigate - Another folder is open.
 * @fires od-before-open - A row is to be opened. Cancelable, as all that begin so: upload, delete, rename, …
 * @fires od-open - A row was opened.
 * @fires od-selection - Other items are selected.
 * @fires od-pick - The user has chosen.
 * @fires od-save - A file was saved where the user wanted it.
 * @fires od-cancel - The user has given up picking or saving.
 * @fires od-action - A user wants one of `actions`.
 * @fires od-change - Something in the drive was changed through the control.
 * @fires od-upload - A file has arrived.
 * @fires od-upload-progress - Bytes of a file have left.
 * @fires od-transfers - Something has changed among the uploads and downloads.
 * @fires od-telemetry - What happened, for those who operate the page.
 * @fires od-error - Something has failed.
 * @fires input - The user has changed the value; after it comes `change`, as in `<select>`.
 * @fires change - The user has changed the value; neither setting it nor a reset is told.
 * @csspart command-bar - The row of commands.
 * @csspart breadcrumb - Where the open folder is.
 * @csspart list - The rows, and what stands in their place.
 * @csspart tray - What is picked or saved, with the buttons to do so and to give up.
 * @csspart transfers - The panel of uploads and downloads.
 * @cssprop --onedrive-control-brand - Behind primary buttons and checks; their shades are mixed of it.
 * @cssprop --onedrive-control-on-brand - Text and icons on the brand colour.
 * @cssprop --onedrive-control-brand-foreground - Links, icons and marks on the background.
 * @cssprop --onedrive-control-background - Of the control, its menus and dialogs.
 * @cssprop --onedrive-control-foreground - Text; secondary text is mixed of it.
 * @cssprop --onedrive-control-font-family - Of all texts.
 * @cssprop --onedrive-control-border-radius - Of buttons and fields; larger and smaller ones follow.
 */
export class OneDriveControlElement extends Base implements ControlMethods {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;
  static readonly formAssociated = true;

  /** Each of these reads and writes its attribute: `clientId` is `client-id`. */
  declare clientId: string;
  declare tenant: string;
  declare authority: string;
  declare cloud: string;
  declare redirectUri: string;
  declare scopes: string;
  declare loginHint: string;
  declare sid: string;
  declare domainHint: string;
  declare cacheLocation: string;
  declare interaction: string;
  declare mode: string;
  declare folder: string;
  declare createFolder: boolean;
  declare root: string;
  declare pickKind: string;
  declare accept: string;
  declare selection: string;
  declare maxCount: number | undefined;
  declare maxSize: number | undefined;
  declare readonly: boolean;
  declare can: string;
  declare sources: string;
  declare view: string;
  declare columns: string;
  declare hideCommandBar: boolean;
  declare hideBreadcrumb: boolean;
  declare hideTransfers: boolean;
  declare keepTransfers: boolean;
  declare forgetListings: boolean;
  declare theme: string;
  declare locale: string;
  /** Under which the value goes into the form's data. */
  declare name: string;
  /** A form is not sent while nothing is chosen. */
  declare required: boolean;
  declare disabled: boolean;

  /** Host-owned tokens: the control signs nobody in, and MSAL is never loaded. */
  declare getAccessToken: GetAccessToken | null | undefined;
  /** The page's own MSAL, a `PublicClientApplication` of version 5: the control uses its account, and loads no other. */
  declare publicClientApplication: HostApplication | null | undefined;
  /** The page's own say about what may be picked. */
  declare itemFilter: ItemFilter | null | undefined;
  /** With `mode="save"`: what the user saves. */
  declare files: Iterable<NamedBlob> | NamedBlob | null | undefined;
  /** Texts in place of the control's own, by message id. */
  declare strings: StringOverrides | null | undefined;
  /** The page's own viewers of files. */
  declare viewers: readonly Viewer[] | null | undefined;
  /** What users can do besides, of the page's own. */
  declare actions: readonly HostAction[] | null | undefined;
  /** Another place of Graph than the cloud's own: `https://graph.example/v1.0`. Tokens go nowhere else. */
  declare graph: string | null | undefined;

  static {
    defineOwnProperties(
      this.prototype,
      (element) => element.#properties,
      (element, change) => element.#setProperty(change),
    );
  }

  readonly #internals = this.attachInternals();
  readonly #text = (id: EmbedTextId) => this.strings?.[id] || embedTexts[id];
  readonly #field = createFormField(this, this.#internals, {
    anchor: () => anchorOf(this.#root()),
    text: this.#text,
  });
  readonly #emit: Emit = (type, detail) => {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  };
  readonly #events = createEventListeners(this.#emit, this.#internals.states);
  readonly #application = createApplication({
    root: () => this.#root(),
    props: () => this.#props(),
    text: this.#text,
    emit: this.#emit,
  });
  #properties: PropertyProps = {};

  constructor() {
    super();
    this.#internals.role = 'group';
    // From a <label>; what happens inside has a way that begins there.
    this.addEventListener('click', (event) => event.composedPath()[0] === this && this.focus());
  }

  /**
   * JSON of `{driveId, id, name}`, a list of these where several can be chosen, or the empty text. With `mode="pick"` it
   * is what is picked, before Choose as well; a call of `pick()` changes it by Choose, and not while browsing. Setting
   * it preselects these items. @throws TypeError for a text that is something else; then nothing changes
   */
  get value(): string {
    return this.#field.value();
  }
  set value(value: string | null | undefined) {
    this.#field.setValue(value ?? '');
    this.#update();
  }

  /** The attribute `value`: what is chosen at first, and after the form is reset. */
  get defaultValue(): string {
    return this.getAttribute('value') ?? '';
  }
  set defaultValue(value: string) {
    this.setAttribute('value', value);
  }

  /**
   * What is selected in the open folder; while picking, all that is picked. Of a `value` that was set or restored, an item
   * has only what the value says until its row has been seen.
   */
  get selectedItems(): readonly DriveItem[] {
    return this.#events.told.selected;
  }

  /** As the last `od-connection` said; undefined while it is not known. */
  get connection(): ConnectionDetail | undefined {
    return this.#events.told.connection;
  }

  /** Where the user is, as the last `od-navigate` said; undefined while it is not known. */
  get navigation(): NavigateDetail | undefined {
    return this.#events.told.navigation;
  }

  /** Uploads and downloads as the last `od-transfers` said, with the commands for them; undefined before the first. */
  get transfers(): Transfers | undefined {
    return this.#events.told.transfers;
  }

  /** As of every field of a form. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }
  get labels(): NodeList {
    return this.#internals.labels;
  }
  get type(): string {
    return this.localName;
  }
  get validity(): ValidityState {
    return this.#internals.validity;
  }
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }
  /** Makes the field invalid for a reason of the page's own, until it is called with the empty text. */
  setCustomValidity(message: string): void {
    this.#field.setCustomValidity(message);
  }

  // What they do stands at `ControlMethods`.
  async connect(): Promise<void> {
    await (await this.#methods()).connect();
  }

  async disconnect(): Promise<void> {
    await (await this.#methods()).disconnect();
  }

  async navigate(to: string | ItemReference): Promise<void> {
    await (await this.#methods()).navigate(to);
  }

  async back(): Promise<void> {
    await (await this.#methods()).back();
  }

  async forward(): Promise<void> {
    await (await this.#methods()).forward();
  }

  async up(): Promise<void> {
    await (await this.#methods()).up();
  }

  async run(command: string): Promise<boolean> {
    return (await this.#methods()).run(command);
  }

  async refresh(): Promise<void> {
    await (await this.#methods()).refresh();
  }

  async pick(options?: PickOptions): Promise<readonly DriveItem[]> {
    return (await this.#methods()).pick(options);
  }

  async save(files: Iterable<NamedBlob> | NamedBlob, options?: SaveOptions): Promise<readonly DriveItem[]> {
    return (await this.#methods()).save(files, options);
  }

  async cancel(): Promise<void> {
    await (await this.#methods()).cancel();
  }

  async upload(
    files: Iterable<UploadableFile> | UploadableFile,
    options?: UploadFilesOptions,
  ): Promise<readonly DriveItem[]> {
    return (await this.#methods()).upload(files, options);
  }

  /** The list, or the first button that there is. */
  override focus(options?: FocusOptions): void {
    focusInside(this.#root(), options);
  }

  connectedCallback(): void {
    keepEarlyProperties(this, this.#attempt);
    this.#application.open().view.catch(() => undefined); // Told on screen and by od-error.
    this.#field.show();
  }

  disconnectedCallback(): void {
    // A move in the page takes it out and puts it in again at once: then everything stays as it is.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  /** `moveBefore` keeps everything. */
  connectedMoveCallback(): void {}

  /** In another document nothing of it works; back in its own it starts anew. */
  adoptedCallback(): void {
    this.#close();
  }

  attributeChangedCallback(name: AttributeName): void {
    if (name === 'value') this.#attempt(this.#field.takeDefault);
    else this.#field.show();
    this.#update();
  }

  formDisabledCallback(isDisabled: boolean): void {
    this.#internals.ariaDisabled = String(isDisabled);
    this.#update();
  }

  formResetCallback(): void {
    this.#attempt(this.#field.reset);
    this.#update();
    this.#application.whenLoaded((view) => view.putBack());
  }

  /** The browser's back button, or its memory of forms. */
  formStateRestoreCallback(state: File | string | FormData | null): void {
    if (typeof state === 'string') this.#attempt(() => this.#field.setValue(state));
    this.#update();
  }

  /** What nobody waits for, who could catch it. */
  readonly #attempt = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      this.#emit('od-error', { code: 'configuration-invalid', message, retry: 'never' });
    }
  };

  #setProperty(property: PropertyProps): void {
    this.#properties = { ...this.#properties, ...property };
    // The texts are the field's, too.
    this.#field.show();
    this.#update();
  }

  #update(): void {
    this.#application.whenLoaded((view) => view.update(this.#props()));
  }

  async #methods(): Promise<ControlMethods> {
    if (!this.isConnected) throw new TypeError('<onedrive-control> must stand in a page to be used.');
    return (await this.#application.open().view).methods;
  }

  #close(): void {
    this.#events.forget();
    this.#application.close();
  }

  #root(): ShadowRoot {
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  }

  #props(): MountProps {
    return {
      attribute: (name) => this.getAttribute(name),
      script: import.meta.url,
      ...this.#properties,
      // A field of a disabled <fieldset> is disabled too.
      disabled: this.matches(':disabled'),
      value: this.#field.chosen(),
      shadowRoot: this.#root(),
      ...this.#events.listeners,
      onValue: this.#choose,
      onForgotten: () => this.#choose([]),
    };
  }

  readonly #choose = (items: readonly ChosenItem[]): void => {
    this.#field.choose(items);
    this.#update();
  };
}

defineAttributeProperties(OneDriveControlElement.prototype);
