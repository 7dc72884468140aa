import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useSetup } from '../use-setup';
import { ClientIdField } from './client-id-field';

/** The emulator takes the client id from whoever registers the app, so that one is made up. */
export function MadeUpId() {
  const { input, change, texts, environment } = useSetup();
  const isEmpty = input.clientId === '';
  const makeUp = () => change({ clientId: environment.randomId() });
  useEffect(() => {
    if (isEmpty) change({ clientId: environment.randomId() });
    // Once, when the step is shown: whoever empties the field wants to type.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return (
    <>
      <ClientIdField />
      <div>
        <Button onClick={makeUp}>{texts.ids.makeUp}</Button>
      </div>
    </>
  );
}
