import {
  makeStyles,
  mergeClasses,
  Overflow,
  OverflowItem,
  tokens,
  Toolbar,
} from '@fluentui/react-components';
import { selectedCount } from '../../drive';
import { useBarActions } from '../actions';
import { AccountMenu } from '../connect';
import { useControl, useStore } from '../control-context';
import { useText } from '../text';
import { useViewOptions } from '../view-options';
import { DocumentAddRegular } from '@fluentui/react-icons';
import { ViewButton } from '../views';
import { BarButton } from './bar-button';
import { BarMenuButton } from './bar-menu-button';
import { FilterBox } from './filter-box';
import { MoreMenu } from './more-menu';
import { SelectionCount } from './selection-count';
import { UploadButton } from './upload-button';

const useStyles = makeStyles({
  // The bar adapts to the room it is given, not to the window: the control may stand in a narrow column.
  // What opens below the search lies over what is below the bar.
  room: { containerType: 'inline-size', flexShrink: 0, position: 'relative', zIndex: 8 },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    '@container (max-width: 560px)': { flexWrap: 'wrap', rowGap: tokens.spacingVerticalXS },
  },
  toolbar: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: '84px',
    // With view and account (32 px and a gap each) it fills the first row; count and search go into the second.
    '@container (max-width: 560px)': { flexBasis: `calc(100% - 64px - 2 * ${tokens.spacingHorizontalS})` },
    flexWrap: 'nowrap',
    overflow: 'clip',
    overflowClipMargin: '4px',
    gap: tokens.spacingHorizontalXXS,
    padding: '0',
  },
  // Without a selection it is no item of the bar: the gap beside it would move the search.
  count: { flexShrink: 0, ':empty': { display: 'none' }, '@container (max-width: 560px)': { order: 2 } },
  search: {
    flexShrink: 1,
    width: '240px',
    minWidth: '140px',
    // Below everything else, at full width.
    '@container (max-width: 560px)': { order: 3, flexGrow: 1, width: '160px' },
  },
  label: { '@container (max-width: 640px)': { display: 'none' } },
  labelAmongMany: { '@container (max-width: 1020px)': { display: 'none' } },
  // What is selected has the words then; what else can be done in the folder has its icons.
  labelBesideSelection: { '@container (max-width: 1680px)': { display: 'none' } },
  searchBesideSelection: { '@container (min-width: 560.1px) and (max-width: 1680px)': { width: '160px' } },
  uploadLabel: { '@container (max-width: 420px)': { display: 'none' } },
});

/** All that can be done here, in one row; where room is short in icons, then in a menu. */
export function CommandBar() {
  const text = useText();
  const styles = useStyles();
  const offered = useBarActions();
  // What has a place in the menu alone stands in that.
  const buttons = offered.filter(({ priority }) => priority > 0);
  const documents = useBarActions('new-file');
  const control = useControl();
  const { actions } = useViewOptions();
  const { selection, rows } = useStore(control.folder.state);
  // While choosing, the tray below the list counts.
  const isSelecting =
    useStore(control.picker.state).status === 'off' && selectedCount(selection, rows.length) > 0;
  const labelClassName = mergeClasses(styles.label, isSelecting && styles.labelAmongMany);
  const ofFolder = mergeClasses(styles.label, isSelecting && styles.labelBesideSelection);
  return (
    <div className={styles.room}>
      <div className={styles.bar}>
        <Overflow minimumVisible={1}>
          <Toolbar className={styles.toolbar} aria-label={text('command.bar')}>
            {actions.has('upload') && (
              <OverflowItem id="upload" priority={9}>
                <div>
                  <UploadButton
                    labelClassName={mergeClasses(
                      styles.uploadLabel,
                      isSelecting && styles.labelBesideSelection,
                    )}
                  />
                </div>
              </OverflowItem>
            )}
            {documents.length > 0 && (
              <OverflowItem id="new-file" priority={1.5}>
                <div>
                  <BarMenuButton
                    menu="new-file"
                    label={text('command.newFile')}
                    icon={<DocumentAddRegular />}
                    labelClassName={ofFolder}
                  />
                </div>
              </OverflowItem>
            )}
            {buttons.map((action) => (
              <OverflowItem key={action.id} id={action.id} priority={action.priority}>
                <div>
                  <BarButton
                    action={action}
                    labelClassName={action.on === 'folder' ? ofFolder : labelClassName}
                  />
                </div>
              </OverflowItem>
            ))}
            <MoreMenu actions={[...documents, ...offered]} />
          </Toolbar>
        </Overflow>
        <div className={styles.count}>{isSelecting && <SelectionCount />}</div>
        <div className={mergeClasses(styles.search, isSelecting && styles.searchBesideSelection)}>
          <FilterBox />
        </div>
        <ViewButton />
        <AccountMenu />
      </div>
    </div>
  );
}
