/** Sets of rules that a configuration extends; each holds the ones before it. */
export const PRESETS = ['recommended', 'strict', 'all'] as const;
export type Preset = (typeof PRESETS)[number];
