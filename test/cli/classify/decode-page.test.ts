import { decodePage } from '../../../src/cli/classify/decode-page';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

test.each<[string, Uint8Array, string | undefined, string, string]>([
  ['a byte order mark overrules all else', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('<meta charset=latin1>é')]), 'shift_jis', 'utf-8', '<meta charset=latin1>é'],
  ['UTF-16 with its mark', Buffer.from('\ufeff<p>é', 'utf16le'), undefined, 'utf-16le', '<p>é'],
  ['what the transport says overrules `<meta>`', Buffer.from([0x3c, 0x70, 0x3e, 0x93, 0xfa, 0x96, 0x7b]), 'shift_jis', 'shift_jis', '<p>日本'],
  ['`<meta charset>`', latin1('<meta charset="iso-8859-2"><p>\xb1'), undefined, 'iso-8859-2', '<meta charset="iso-8859-2"><p>ą'],
  ['`<meta http-equiv>`', latin1('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\xcc'), undefined, 'windows-1251', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>М'],
  ['a name that nobody knows', Buffer.from('<p>é'), 'klingon', 'utf-8', '<p>é'],
  ['nothing declared, valid UTF-8', Buffer.from('<p>é'), undefined, 'utf-8', '<p>é'],
  ['nothing declared, not UTF-8', latin1('<p>\x93é\x94'), undefined, 'windows-1252', '<p>“é”'],
  ['broken UTF-8 that is declared', Buffer.from([0x61, 0xff, 0x62]), 'utf-8', 'utf-8', 'a\ufffdb'],
  ['nothing', Buffer.alloc(0), undefined, 'utf-8', ''],
])('%s', (_, bytes, transport, charset, text) => expect(decodePage(bytes, transport)).toEqual({ text, charset }));

test.each<[string, string, string | undefined, string]>([
  ['the transport', '<p>One', 'ISO-2022-KR', 'ISO-2022-KR'],
  ['`<meta charset>`', '<title>Replacement parts</title><meta charset="hz-gb-2312"><p>One', undefined, 'hz-gb-2312'],
  ['`<meta http-equiv>`', '<meta http-equiv="Content-Type" content="text/html; charset=iso-2022-cn-ext"><p>One', 'klingon', 'iso-2022-cn-ext'],
  ['its own name', '<meta charset=replacement><p>One', undefined, 'replacement'],
])('a character set that browsers refuse, declared by %s, shows a replacement character and is named', (_, page, transport, refused) => {
  expect(decodePage(Buffer.from(page), transport)).toEqual({ text: '\ufffd', charset: 'replacement', refused });
});

test('a byte order mark overrules a character set that browsers refuse', () => {
  expect(decodePage(Buffer.from('\ufeff<meta charset=iso-2022-kr><p>é'), undefined)).toEqual({ text: '<meta charset=iso-2022-kr><p>é', charset: 'utf-8' });
});
