import { readSteps } from './read-steps';
import { cpuMs } from '../cpu-time';

// Steps run from 0 to 15; flags are 0 or 15. Counts stand on a logarithmic scale: log(1 + count) / log(1 + full) × 15.
test.each<[heuristic: string, text: string, step: number]>([
  ['length-in-words', 'One two three', 4], // log 4 / log 201
  ['length-in-words', 'word '.repeat(200), 15],
  ['length-in-characters', 'One two three', 5], // log 12 / log 1201
  ['one-word', 'Home', 15],
  ['one-word', 'Home page', 0],
  ['two-or-three-words', 'Read more', 15],
  ['two-or-three-words', 'Read it all now', 0],
  ['headline-length', 'Council votes to close the bridge', 15],
  ['headline-length', 'Council votes to close', 0],
  ['sentence-count', 'It rained. We stayed! Why?', 8], // log 4 / log 13
  ['sentence-count', 'Version 2.5 of canal.example is out', 0],
  ['ends-like-a-sentence', 'The bridge is open.', 15],
  ['ends-like-a-sentence', 'He said “no.”', 15],
  ['ends-like-a-sentence', '工事が終わりました。', 15],
  ['ends-like-a-sentence', 'Read the story »', 0],
  ['ends-with-ellipsis', 'More to come…', 15],
  ['ends-with-ellipsis', 'wait ...', 15],
  ['ends-with-ellipsis', 'wait.', 0],
  ['ends-with-colon', 'Topics:', 15],
  ['ends-with-colon', '作者：', 15],
  ['ends-with-colon', 'Topics: bridges', 0],
  ['ends-with-arrow', 'All the news »', 15],
  ['ends-with-arrow', 'more » or less', 0],
  ['comma-share', 'one, two three four five six seven eight nine ten eleven twelve', 10], // 8 × 1 / 12
  ['comma-share', 'red, green, blue', 15],
  ['quotation-marks', '“Yes” and "no"', 11], // log 5 / log 9
  ['brackets', 'News (12) [3]', 11], // log 5 / log 9
  ['separator-marks', 'Home | News | Sport', 8], // log 3 / log 7
  ['colons', 'Time: 12:30', 10], // log 3 / log 5
  ['exclamation-marks', 'Wow! Now!', 12], // log 3 / log 4
  ['question-marks', 'Who? When? Why?', 15],
  ['mean-word-length', 'abcd abcdef', 6], // 5 / 12
  ['capital-word-share', 'The Old house', 10], // 2 / 3
  ['all-capital-word-share', 'NASA and ESA', 10], // 2 / 3
  ['function-word-share', 'a bridge stands alone here', 6], // 2 × 1 / 5
  ['number-share', '3 of 9 old rooms', 6], // 2 / 5
  ['digit-share', 'Room 12', 5], // 2 / 6
  ['capital-letter-share', 'Ab cdef', 5], // 2 × 1 / 6
  ['capital-letter-share', 'ÀÉ abcdefghij', 5], // 2 × 2 / 12
  ['spaceless-script-share', '最新 news', 5], // 2 / 6
  ['starts-lower-case', 'and so on', 15],
  ['starts-lower-case', 'été indien', 15],
  ['starts-lower-case', 'And so on', 0],
  ['starts-with-digit', '3 rooms', 15],
  ['starts-with-digit', 'Room 3', 0],
  ['starts-with-quotation-mark', '“Never again”', 15],
  ['starts-with-quotation-mark', 'Never “again”', 0],
  ['starts-with-list-mark', '- a pint of milk', 15],
  ['starts-with-list-mark', '2. a pint of milk', 15],
  ['starts-with-list-mark', '1984 was a year', 0],
  ['holds-date', 'Published 12 March 2024', 15],
  ['holds-date', 'March 12, 2024', 15],
  ['holds-date', '2024-03-12', 15],
  ['holds-date', '12.03.2024', 15],
  ['holds-date', '12. März 2024', 15],
  ['holds-date', 'le 12 janvier 2024', 15],
  ['holds-date', '3 de enero de 2024', 15],
  ['holds-date', '12 stycznia 2024', 15],
  ['holds-date', '2024年3月12日', 15],
  ['holds-date', 'Room 12 on floor 3', 0],
  ['little-but-a-date', '12 March 2024', 15],
  ['little-but-a-date', 'On 12 March 2024 the council voted to close it', 0],
  ['holds-year', 'It opened in 1999', 15],
  ['holds-year', 'Room 1999b or 199', 0],
  ['holds-clock-time', 'at 12:30', 15],
  ['holds-clock-time', 'at 7 pm', 15],
  ['holds-clock-time', 'a ratio of 3', 0],
  ['holds-time-ago', '3 hours ago', 15],
  ['holds-time-ago', 'vor 2 Stunden', 15],
  ['holds-time-ago', 'il y a 3 jours', 15],
  ['holds-time-ago', '3時間前', 15],
  ['holds-time-ago', 'three old bridges', 0],
  ['holds-price', 'now $5 only', 15],
  ['holds-price', 'nur 5 € im Monat', 15],
  ['holds-price', '1200円', 15],
  ['holds-price', '20 zł', 15],
  ['holds-price', 'five dollars', 0],
  ['holds-percentage', 'up 20 %', 15],
  ['holds-percentage', 'up 20', 0],
  ['holds-address-of-web-or-mail', 'ann@mail.example', 15],
  ['holds-address-of-web-or-mail', 'see canal-post.example', 15],
  ['holds-address-of-web-or-mail', 'follow @ann', 0],
  ['holds-phone-number', 'Call +44 20 7946 0018', 15],
  ['holds-phone-number', '555-010-1234', 15],
  ['holds-phone-number', 'Room 12, floor 3', 0],
  ['holds-copyright-sign', '© Canal Post', 15],
  ['holds-copyright-sign', 'Canal Post', 0],
  ['starts-like-a-byline', 'By Ann Walker', 15],
  ['starts-like-a-byline', 'Von Jana Keller', 15],
  ['starts-like-a-byline', 'Byron walked', 0],
  ['only-a-count', '1,204', 15],
  ['only-a-count', '(3.5k)', 15],
  ['only-a-count', '12 items', 0],
])('%s of `%s` is %d', (heuristic, text, step) => {
  expect(readSteps(text).step('', heuristic)).toBe(step);
});

test('time is linear in the text of a block', () => {
  expect(cpuMs(() => {
    for (const text of ['1 '.repeat(100_000), '(1)-'.repeat(50_000), 'a-'.repeat(100_000), '2024-'.repeat(40_000)]) readSteps(text).step('', 'holds-date');
  })).toBeLessThan(4000);
});
