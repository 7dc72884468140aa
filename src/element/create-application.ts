import type { EmbedTextId } from '../locales';
import type { Emit } from './event-listeners';
import { loadControl, type LoadedControl } from './load-control';
import type { MountedControl, MountProps } from './mounted-control';
import { drawFailure, drawSkeleton } from './skeleton';

interface ApplicationParts {
  readonly root: () => ShadowRoot;
  readonly props: () => MountProps;
  readonly text: (id: EmbedTextId) => string;
  readonly emit: Emit;
}

/** The application behind an element, which comes and goes with the element's place in the page. */
export interface Application {
  /** What stands there, or is on its way; begins with it where nothing is. */
  open(): LoadedControl;
  close(): void;
  /** As soon as it stands, if it is wanted at all. */
  whenLoaded(run: (view: MountedControl) => void): void;
}

export function createApplication({ root, props, text, emit }: ApplicationParts): Application {
  let now: LoadedControl | undefined;
  const open = () => {
    if (now) return now;
    const loaded = loadControl(drawSkeleton(root()), props);
    now = loaded;
    loaded.view.catch(({ code, message, retry }) => {
      if (now !== loaded) return;
      now = undefined;
      const again = () => void open().view.catch(() => undefined);
      const reason = code === 'offline' ? 'element.failed' : 'element.elsewhere';
      drawFailure(root(), text, { reason, again });
      emit('od-error', { code, message, retry });
    });
    return loaded;
  };
  return {
    open,
    close: () => {
      const loaded = now;
      now = undefined;
      loaded?.close();
    },
    whenLoaded: (run) => {
      now?.view.then(run, () => undefined);
    },
  };
}
