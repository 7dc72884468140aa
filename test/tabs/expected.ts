import type { CacheLocation } from './world';

/** What a person would expect of two tabs: written down apart from the code that is tested. */
export class Expected {
  readonly tabs: { who: string | undefined; accounts: Set<string> }[];
  readonly #shared: boolean;
  /** Whom a tab begins with that has no account of its own. */
  #last: string | undefined;

  constructor(location: CacheLocation, count: number) {
    this.#shared = location === 'localStorage';
    const common = new Set<string>();
    this.tabs = Array.from({ length: count }, () => ({
      who: undefined,
      accounts: this.#shared ? common : new Set<string>(),
    }));
  }

  tab(index: number) {
    const tab = this.tabs[index];
    if (!tab) throw new Error(`There is no tab ${index}.`);
    return tab;
  }

  connect(index: number, account: string): void {
    const tab = this.tab(index);
    const isNew = !tab.accounts.has(account);
    tab.accounts.add(account);
    tab.who = account;
    this.#last = account;
    if (!this.#shared || !isNew) return;
    // A tab where nobody works is glad of whoever comes; one where somebody works is left alone.
    for (const other of this.tabs) other.who ??= account;
  }

  disconnect(index: number): void {
    const tab = this.tab(index);
    const gone = tab.who;
    if (gone === undefined) return;
    tab.accounts.delete(gone);
    tab.who = undefined;
    if (this.#last === gone) this.#last = undefined;
    if (this.#shared) for (const other of this.tabs) if (other.who === gone) other.who = undefined;
  }

  reload(index: number): void {
    const tab = this.tab(index);
    if (this.#shared) tab.who ??= this.#last;
  }

  reopen(index: number): void {
    const tab = this.tab(index);
    if (!this.#shared) tab.accounts.clear();
    tab.who = this.#shared ? this.#last : undefined;
  }
}
