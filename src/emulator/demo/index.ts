export { seedDrives } from './seed-drives';
