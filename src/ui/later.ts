import {
  createContext,
  createElement,
  useContext,
  useEffect,
  type ComponentType,
  type ReactNode,
} from 'react';
import { createBrowserEnvironment, createStore, insistOn, isCancelled, loadCode } from '../lib';
import { useStore } from './control-context';
import type * as hostingCode from './hosting';
import { loadFocusApi } from './realm';
import { loadLaterTexts } from './text';

/** A component whose code comes when it is first shown, or before that when `load` is called. */
export interface Later<P> {
  (props: P): ReactNode;
  readonly load: () => Promise<void>;
}

const parts = new Set<() => Promise<void>>();
const environment = createBrowserEnvironment();

const MayLoad = createContext(true);

/** While its value is false, parts below it keep their places and load nothing: the first rows have the line. */
export const LaterProvider = MayLoad.Provider;

/** Whether parts may load by now. */
export function useMayLoad(): boolean {
  return useContext(MayLoad);
}

/**
 * What the first rows do not wait for (docs/decisions/0007). Until it is there, `Instead` stands in its place, with
 * nothing in it to click or to focus; a part that cannot be loaded is asked for again as long as it is wanted.
 *
 * @example export const CommandBar = later(async () => (await import('./command-bar')).CommandBar, EmptyBar);
 */
export function later<P extends object>(
  importPart: () => Promise<ComponentType<P>>,
  Instead: ComponentType<P> = Nothing,
): Later<P> {
  const part = createStore<ComponentType<P> | undefined>(undefined);
  let loading: Promise<void> | undefined;
  const start = async () => {
    try {
      // Fluent's focus handling, what such parts say and what the host has to say are no part of the first screen either.
      const [loaded] = await Promise.all([
        importPart(),
        loadFocusApi(),
        loadTexts(),
        hosting.isWanted && loadHosting(),
      ]);
      part.set(loaded);
    } catch (cause) {
      loading = undefined;
      throw cause;
    }
  };
  const load = () => (loading ??= start());
  parts.add(load);

  function Part(props: P) {
    const Loaded = useStore(part);
    const mayLoad = useMayLoad();
    const isWanted = Loaded === undefined && mayLoad;
    useEffect(() => {
      return isWanted ? insist(load) : undefined;
    }, [isWanted]);
    return createElement(Loaded ?? Instead, props);
  }
  return Object.assign(Part, { load });
}

/** Code that shows nothing. */
interface LaterCode<T> {
  /** Without waiting, where it is there. */
  readonly loaded: () => T | undefined;
  /** @throws OneDriveError `offline` where it can't be had */
  readonly load: () => Promise<T>;
}

/** The same for code that shows nothing: it comes with the parts, or when it is asked for before that. */
export function laterCode<T>(importCode: () => Promise<T>): LaterCode<T> {
  let code: T | undefined;
  const load = async () => (code = await loadCode(importCode()));
  parts.add(async () => void (await load()));
  return { loaded: () => code, load };
}

let texts: Promise<void> | undefined;

type Hosting = typeof hostingCode;

/** What only a control has that a page has put there. Where it is wanted, parts wait for it: nobody does anything with
 * them before the page has its say. */
export const hosting: { isWanted: boolean; code: Hosting | undefined } = {
  isWanted: false,
  code: undefined,
};

/** @throws OneDriveError `offline` where it can't be had */
export async function loadHosting(): Promise<Hosting> {
  return (hosting.code ??= await loadCode(import('./hosting')));
}

/** Once for all parts. */
function loadTexts(): Promise<void> {
  texts ??= loadLaterTexts().catch((cause: unknown) => {
    texts = undefined;
    throw cause;
  });
  return texts;
}

/** Loads every part that is known by now, and those that become known by it. Rejects where one is missing then. */
export async function loadLaterParts(): Promise<void> {
  for (let known = 0; known < parts.size;) {
    known = parts.size;
    await Promise.all([...parts].map((load) => load()));
  }
}

/** Loads what is wanted, again and again until it is there, or until the function that it returns is called. */
export function insist(load: () => Promise<void>): () => void {
  const unwanted = new AbortController();
  insistOn(load, environment, unwanted.signal).catch((cause: unknown) => {
    if (!isCancelled(cause)) reportError(cause);
  });
  return () => unwanted.abort();
}

function Nothing() {
  return null;
}
