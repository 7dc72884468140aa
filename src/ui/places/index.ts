export { PlacesPane } from './places-pane';
