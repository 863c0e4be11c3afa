import type { CurvePoint } from '../../training/learning-curve';
import type { ScoredPage } from '../../training/scored-page';

/** What a report shows. Everything else in it is computed from this. */
export interface ReportData {
  title: string;
  /** How the figures came about, a short sentence each. */
  facts: readonly string[];
  labels: readonly string[];
  /** Pages by how they were read, such as `HTML` and `plain text`. */
  readings: readonly ScoredReading[];
  curve?: readonly CurvePoint[];
}

/** Pages that were read in one way. */
export interface ScoredReading {
  name: string;
  pages: readonly ScoredPage[];
}
