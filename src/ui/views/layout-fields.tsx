import { Field, Radio, RadioGroup, Slider, Switch } from '@fluentui/react-components';
import { LAYOUTS, resizeTiles, TILE_SIZE, type PathFolder } from '../../drive';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { toggleSplit } from '../toggle-split';

/** List, compact list or tiles, and how large these are; one folder or two. */
export function LayoutFields({ onLeave }: { readonly onLeave: () => void }) {
  const text = useText();
  const control = useControl();
  const { folder, loadPlaces, panes, picker } = control;
  const { arrangement, path } = useStore(folder.state);
  const isSplit = useStore(panes.state).second !== undefined;
  const isPicking = useStore(picker.state).status === 'picking';
  const open = path.at(-1);
  const isBelow = open?.elsewhere?.kind === 'below';
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
      {loadPlaces && open && (isBelow || open.id !== '') && (
        <Switch
          label={text('view.below')}
          checked={isBelow}
          onChange={() => {
            if (isBelow) folder.up();
            else folder.open(allBelow(open));
          }}
        />
      )}
      {!isPicking && open && (
        <Switch
          label={text('command.split')}
          checked={isSplit}
          onChange={() => {
            onLeave();
            toggleSplit(control);
          }}
        />
      )}
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

function allBelow({ driveId, id }: PathFolder): PathFolder {
  return { driveId: '', id: '', name: '', elsewhere: { kind: 'below', driveId, itemId: id } };
}
