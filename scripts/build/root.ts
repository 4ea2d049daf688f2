/** The folder of package.json. */

export const ROOT = new URL('../../', import.meta.url);
