export { trainModel, measure, type Measured, type TrainInput } from './train-model';
