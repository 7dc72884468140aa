export { SelfTestScreen } from './self-test-screen';
