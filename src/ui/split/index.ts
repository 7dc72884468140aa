export { OtherPane } from './other-pane';
export { SecondPane } from './second-pane';
