/** What every comment that suppresses findings starts with: a text without it holds none. */
export const SUPPRESSION_MARK = 'aoai-policy-disable';
