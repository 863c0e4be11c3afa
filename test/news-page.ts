/** A made-up news page, as its parts: what is expected of each block stands in the name of its part. */
export const PARAGRAPHS = [
  'The rope ferry at Low Tarn carried its first passengers in nine years on Saturday, to the ringing of a borrowed bell and a cheer from both banks.',
  'Volunteers spent four summers scraping the hull, which had lain upside down behind the chapel since the great flood tore its moorings away.',
  '“I learned to swim off that boat,” said Oda Penwick, 71, who paid for the new rope herself. “My grandchildren should be able to do the same.”',
  'The county council had offered to build a footbridge instead, but its engineers found in March that the east bank was too soft to carry one.',
  'According to the harbour master, some two hundred people crossed on the first day, among them a wedding party that had missed the last bus from Stell.',
  'The crossing takes six minutes, and the ferry will run every day until the first frost, said the chairman of the ferry society, Brom Hasker.',
] as const;

export const MENU = ['Home', 'News', 'Sport', 'Business', 'Weather', 'Opinion', 'Contact us'] as const;

export const NEWSLETTER = ['Sign up for our newsletter', 'Get the best local stories in your inbox every Friday. Subscribe now, it is free!'] as const;

export const MORE_FROM = [
  'Owls move into the old water tower',
  'Bakery fires up its century-old oven again',
  'Quiz night raises money for the school roof',
  'Lost goat found on top of the town hall',
  'Council votes to keep the night bus to Stell',
] as const;

export const HEADLINE = 'Village ferry returns after nine winters';
export const MORE_HEADING = 'More from the Valley';
export const FOOTER = ['About us', 'Privacy policy', 'Terms of use', '© 2024 Low Tarn Courier. All rights reserved.'] as const;

const slug = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, '-');
const links = (texts: readonly string[], folder: string) => texts.map((text) => `<li><a href="/${folder}${slug(text)}">${text}</a></li>`).join('\n');

export const NEWS_HTML = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${HEADLINE} | Low Tarn Courier</title></head>
<body>
<header><nav class="main-menu"><ul>
${links(MENU, '')}
</ul></nav></header>
<main><article>
<h1>${HEADLINE}</h1>
${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')}
</article>
<div class="newsletter-box"><h3>${NEWSLETTER[0]}</h3><p>${NEWSLETTER[1]}</p></div>
<section class="more-stories"><h2>${MORE_HEADING}</h2><ul>
${links(MORE_FROM, 'news/2024/')}
</ul></section></main>
<footer><ul>
${links(FOOTER.slice(0, 3), '')}
</ul><p>${FOOTER[3]}</p></footer>
</body></html>
`;

export const NEWS_LINES = [...MENU, HEADLINE, ...PARAGRAPHS, ...NEWSLETTER, MORE_HEADING, ...MORE_FROM, ...FOOTER];
