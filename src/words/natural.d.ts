declare module 'natural/lib/natural/tokenizers/regexp_tokenizer.js' {
  export class RegexpTokenizer {
    constructor(options: { pattern: RegExp; gaps: boolean });
    tokenize(text: string): string[] | null;
  }
  const module: { RegexpTokenizer: typeof RegexpTokenizer };
  export default module;
}

declare module 'natural/lib/natural/ngrams/ngrams.js' {
  const module: { bigrams(sequence: readonly string[]): [string, string][] };
  export default module;
}

declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
