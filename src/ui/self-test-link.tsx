import { Button } from '@fluentui/react-components';
import { useText } from './text';
import { useViewOptions } from './view-options';

/** Where the page has a self-test: the way to it from what has failed. */
export function SelfTestLink() {
  const text = useText();
  const { selfTest } = useViewOptions();
  if (selfTest === undefined) return null;
  return (
    <Button as="a" size="small" appearance="transparent" href={selfTest}>
      {text('state.selfTest')}
    </Button>
  );
}
