/** Those of the named flags that were given, as they are typed, in backticks. */
export function givenFlags<F extends object>(flags: F, names: readonly (keyof F & string)[]): string[] {
  return names.filter((name) => flags[name] !== undefined && flags[name] !== false).map((name) => `\`--${name}\``);
}
