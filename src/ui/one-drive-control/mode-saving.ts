import type { NamedBlob, SaveDetail } from '../../host';
import type { SaveRequest } from '../save-request';

/** What is being saved in mode `save`, where no call says something else. */
export interface ModeSaving {
  /** Other files than before begin anew; what was being saved of those is cancelled. */
  setFiles(files: readonly NamedBlob[]): void;
  request(): SaveRequest;
  /** It is given up, and asked for anew when somebody wants it again. */
  end(): void;
}

export function createModeSaving(onSaved: (detail: SaveDetail) => void): ModeSaving {
  let files: readonly NamedBlob[] = [];
  let now: { readonly request: SaveRequest; readonly over: AbortController } | undefined;
  const end = () => {
    now?.over.abort();
    now = undefined;
  };
  return {
    end,
    setFiles: (given) => {
      if (given.length === files.length && given.every((file, index) => file === files[index])) return;
      files = given;
      end();
    },
    request: () => {
      if (!now) {
        const over = new AbortController();
        const { signal } = over;
        // It stays on screen, and can be saved once more.
        const onFinished = () => undefined;
        now = { over, request: { files, isCall: false, signal, onSaved, onFinished } };
      }
      return now.request;
    },
  };
}
