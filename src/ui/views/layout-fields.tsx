import { Field, Radio, RadioGroup, Slider } from '@fluentui/react-components';
import { LAYOUTS, resizeTiles, TILE_SIZE } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';

/** List, compact list or tiles, and how large these are. */
export function LayoutFields() {
  const text = useText();
  const { folder } = useControl();
  const { arrangement } = useStore(folder.state);
  return (
    <>
      <Field label={text('view.layout')}>
        <RadioGroup
          value={arrangement.layout}
          onChange={(_, { value }) => {
            const layout = LAYOUTS.find((one) => one === value);
            if (layout) folder.arrange({ layout });
          }}
        >
          {LAYOUTS.map((layout) => (
            <Radio key={layout} value={layout} label={text(`view.layout.${layout}`)} />
          ))}
        </RadioGroup>
      </Field>
      {arrangement.layout === 'tiles' && (
        <Field label={text('view.tileSize')}>
          <Slider
            min={TILE_SIZE.least}
            max={TILE_SIZE.most}
            step={8}
            value={arrangement.tileSize}
            onChange={(_, { value }) => folder.arrange(resizeTiles(arrangement, value))}
          />
        </Field>
      )}
    </>
  );
}
