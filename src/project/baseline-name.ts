/** What the baseline is called where nobody says otherwise; apart from its reader, which most runs do not load. */
export const BASELINE_NAME = 'aoai-policy-baseline.json';
