import type { ScoredBlock } from './figures';

/** Blocks whose confidence lies between two bounds. */
export interface ReliabilityBin {
  from: number;
  to: number;
  blocks: number;
  /** Mean confidence of the blocks; 0 for none. */
  confidence: number;
  /** Share of the blocks that are right; 0 for none. */
  right: number;
}

const BINS = 15;

/** Spreads blocks over 15 bins of equal width by their confidence. A confidence of 1 lies in the last bin. */
export function reliabilityBins(rows: readonly ScoredBlock[]): ReliabilityBin[] {
  const bins = Array.from({ length: BINS }, (_, i): ReliabilityBin => ({ from: i / BINS, to: (i + 1) / BINS, blocks: 0, confidence: 0, right: 0 }));
  for (const { gold, got, confidence } of rows) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    bin.blocks++;
    bin.confidence += confidence;
    if (gold === got) bin.right++;
  }
  return bins.map((bin) => ({ ...bin, confidence: bin.confidence / (bin.blocks || 1), right: bin.right / (bin.blocks || 1) }));
}
