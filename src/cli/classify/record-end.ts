/** What stands between two records of a web archive. */
export const RECORD_END = Buffer.from('\r\n\r\n');
