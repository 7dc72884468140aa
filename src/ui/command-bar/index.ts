export { CommandBar } from './command-bar';
