import type { Reading } from '../features/extract-features';

/** What each way of reading a page is called in tables. */
export const READING_NAMES: Readonly<Record<Reading, string>> = { markup: 'HTML', text: 'plain text' };
