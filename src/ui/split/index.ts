export { SecondPane } from './second-pane';
