import { runTearDown } from './tear-down';

export default runTearDown;
