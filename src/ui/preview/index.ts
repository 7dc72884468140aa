export { PreviewOverlay } from './preview-overlay';
