/** The labels of a list with commas, as flags take it; none where it was not given. */
export function splitLabels(list: string | undefined): string[] {
  return (list ?? '').split(',').map((label) => label.trim()).filter(Boolean);
}
