export { trainModel, measure, type Measured, type TrainInput } from './train-model';
export { evaluateModel } from './evaluate-model';
export type { Figures, LabelFigures } from './figures';
export { formatLabels, labelledPage, labelledText, labelsOf, parseLabels, type LabelsFile } from './corpus-page';
export type { LabelLine, LabelledPage } from './labelled-page';
export { newTokenIndexes, toTrainingPage, type TokenIndexes, type TrainingPage } from './training-page';
export { writeModel } from '../model/write-model';
