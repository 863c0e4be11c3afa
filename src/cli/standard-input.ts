/** Standard input among the names of files. */
export const STANDARD_INPUT = '-';
