// One script for both sides: the page starts a worker from this very text, so that one file works from a disk.
import { answerQuestions } from './answer-questions';
import { startPlayground } from './start-playground';

if (typeof document === 'undefined') answerQuestions();
else startPlayground();
