import { CURVE_SHARES, CURVE_SOURCES, type CurveFold, type CurvePoint, type CurveSource } from '../training/learning-curve';
import { figuresOf } from '../training/figures';
import { FOLDS } from '../training/labelled-page';
import type { EvalTask } from './eval-tasks';
import { percent } from './percent';
import { table } from './table';

/** The points of the learning curve, of HTML read by its markup. */
const POINTS = CURVE_SOURCES.flatMap((source: CurveSource) => CURVE_SHARES.map((share) => ({ source, share })));

/** What the workers have to do for the curve: every point by every fold. */
export function curveTasks(corpus: string): EvalTask[] {
  return POINTS.flatMap(({ source, share }) => Array.from({ length: FOLDS }, (_, fold): EvalTask => ({ kind: 'curve', corpus, reading: 'markup', fold, source, share })));
}

/** The points from what the tasks gave, in their order. Points that some fold had no pages to train on are left out. */
export function curveOf(folds: readonly (CurveFold | undefined)[], labels: readonly string[]): CurvePoint[] {
  return POINTS.flatMap(({ source }, i) => {
    const own = folds.slice(i * FOLDS, (i + 1) * FOLDS);
    const known = own.filter((fold): fold is CurveFold => fold !== undefined);
    if (known.length < FOLDS) return [];
    return [{ source, pages: known.reduce((sum, { pages }) => sum + pages, 0) / FOLDS, macroF1: figuresOf(known.flatMap(({ rows }) => rows), labels).macroF1 }];
  });
}

/** The curve as a table. */
export function curveTable(points: readonly CurvePoint[]): string {
  return `learning curve: HTML of the written pages, ${FOLDS} folds by site\n${table(['trained on', 'pages', 'macro-F1'], points.map(({ source, pages, macroF1 }) => [source, String(Math.round(pages)), percent(macroF1)]))}`;
}
