import TestRunner from 'jest-runner';

/** Jest's own runner with a single worker: one test file at a time, in a process that holds nothing of the tests before. */
export default class SerialRunner extends TestRunner {
  constructor(globalConfig, context) {
    super({ ...globalConfig, maxWorkers: 1 }, context);
  }
}
