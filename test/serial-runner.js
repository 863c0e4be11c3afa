import TestRunner from 'jest-runner';

/** Jest's own runner, one test file at a time. */
export default class SerialRunner extends (TestRunner.default ?? TestRunner) {
  isSerial = true;
}
