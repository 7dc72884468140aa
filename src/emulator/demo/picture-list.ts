import type { Picture } from './pictures';

type Row = readonly [
  name: string,
  kind: Picture['kind'],
  sky: readonly [string, string],
  land: readonly [string, string],
  width?: number,
  height?: number,
];

const ROWS: readonly Row[] = [
  ['Morning in the hills.jpg', 'hills', ['#8ec5e8', '#fde2b3'], ['#9db8a8', '#2f5d50']],
  ['Evening at the lake.jpg', 'sea', ['#4a4e8c', '#f7a072'], ['#6d597a', '#355070']],
  ['First snow.jpg', 'hills', ['#b8c6d9', '#eef3f8'], ['#d4deea', '#7d93ab']],
  ['Dunes.jpg', 'hills', ['#6fb1d6', '#f3e3c3'], ['#f0cf96', '#b9783f']],
  ['Harbour at noon.jpg', 'sea', ['#4fa3d9', '#d8f0fa'], ['#7a9e9f', '#1f6f8b']],
  ['Night above the valley.jpg', 'night', ['#0b1736', '#33507d'], ['#22345a', '#0a1224']],
  ['Autumn forest.jpg', 'hills', ['#f6d8ae', '#fff1dc'], ['#d98e4a', '#6b2f1a']],
  ['Lavender field.jpg', 'hills', ['#bcd4f0', '#f9e6f2'], ['#b79ad0', '#5a3d7a']],
  ['Northern sea.jpg', 'sea', ['#5b7c99', '#cdd9e0'], ['#4f6470', '#2f4858']],
  ['Stars in July.jpg', 'night', ['#1a1040', '#7a4b8c'], ['#3a2358', '#150c28']],
  ['Portrait of a mountain.jpg', 'hills', ['#74b3ce', '#e9f5db'], ['#87986a', '#344e41'], 1000, 1500],
  ['Panorama.jpg', 'hills', ['#89c2d9', '#ffe8d6'], ['#a5a58d', '#3f4238'], 2400, 800],
  ['Logo draft.png', 'bubbles', ['#0f6cbd', '#62abf5'], ['#ffffff', '#8ac926'], 900, 900],
  ['Poster background.png', 'bubbles', ['#ff9a8b', '#ff6a88'], ['#ffd3b6', '#6a4c93'], 1200, 800],
];

/** Every picture of the demo drive. */
export const pictures: readonly Picture[] = ROWS.map(
  ([name, kind, sky, land, width = 1500, height = 1000]) => ({
    name,
    kind,
    sky,
    land,
    width,
    height,
  }),
);
