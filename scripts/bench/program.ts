/** The built program. */
import { ROOT } from '../build/root.js';

export const CLI = new URL('dist/cli.cjs', ROOT).pathname;
