/** Whoever is measured: our element and the published components that people would take instead. */
export interface Contestant {
  /** Its folder under test/bench/peers; `ours` has none. */
  readonly name: string;
  /** The head of its column. */
  readonly label: string;
  /** Selectors from the document to a row, one for every shadow root on the way. */
  readonly rowPath: readonly string[];
  /** No row of it is lower than this, in px: the list is complete when it is that high. */
  readonly leastRowHeight: number;
  /** More items than this it does not take by itself. */
  readonly mostItems: number;
}

export const OURS: Contestant = {
  name: 'ours',
  label: 'onedrive-control',
  rowPath: ['onedrive-control', '[role=row][data-index]'],
  leastRowHeight: 40,
  mostItems: Number.POSITIVE_INFINITY,
};

export const PEERS: readonly Contestant[] = [
  {
    name: 'svar',
    label: '@svar-ui/react-filemanager 2.6.0',
    rowPath: ['.wx-data .wx-row'],
    leastRowHeight: 20,
    mostItems: Number.POSITIVE_INFINITY,
  },
  {
    name: 'cubone',
    label: '@cubone/react-file-manager 1.35.0',
    rowPath: ['.file-item-container'],
    leastRowHeight: 20,
    mostItems: Number.POSITIVE_INFINITY,
  },
  {
    name: 'chonky',
    label: 'chonky 2.3.2',
    rowPath: ['[class*="listFileEntry-"]'],
    leastRowHeight: 20,
    mostItems: Number.POSITIVE_INFINITY,
  },
  {
    name: 'mgt',
    label: '@microsoft/mgt-components 4.6.0',
    rowPath: ['mgt-file-list', 'li.file-item mgt-file'],
    leastRowHeight: 20,
    mostItems: Number.POSITIVE_INFINITY,
  },
  {
    name: 'box',
    label: 'box-ui-elements 26.3.0',
    rowPath: ['tr.be-ItemList-item'],
    leastRowHeight: 20,
    // The size of its pages; it shows one page at a time.
    mostItems: 1000,
  },
];
