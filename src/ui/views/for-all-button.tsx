import { Button } from '@fluentui/react-components';
import { useControl } from '../control-context';
import { useText } from '../text';
import { useViewState } from '../view-state';

/** Every other folder comes to look like this one. */
export function ForAllButton() {
  const text = useText();
  const { folder } = useControl();
  const { announcement } = useViewState();
  return (
    <Button
      onClick={() => {
        folder.arrangeAll();
        announcement.set(text('view.forAll.done'));
      }}
    >
      {text('view.forAll')}
    </Button>
  );
}
