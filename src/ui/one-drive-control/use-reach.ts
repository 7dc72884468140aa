import { useLayoutEffect, useState } from 'react';

/** The signal that ends what waits for the user, as long as nobody can do anything: in a disabled control. */
export function useReach(isDisabled = false): () => AbortSignal {
  const [reach] = useState(createReach);
  useLayoutEffect(() => reach.set(!isDisabled), [reach, isDisabled]);
  return reach.signal;
}

function createReach() {
  let controller = new AbortController();
  return {
    signal: () => controller.signal,
    set: (isInReach: boolean) => {
      if (!isInReach) controller.abort(new TypeError('<onedrive-control> is disabled: nobody can pick.'));
      else if (controller.signal.aborted) controller = new AbortController();
    },
  };
}
