/** A page that tries to run, load or lead away in every way that we know; each success is a hit on `outside` or a value in `pwned`. */
export function attackPage(outside: string): string {
  let n = 0;
  const url = () => `${outside}/hit-${n++}`;
  const run = () => `top.pwned=parent.pwned=window.pwned=${n++};new Image().src='${url()}'`;
  return `<!doctype html><html manifest="${url()}"><head>
<base href="${outside}/base/"><meta http-equiv="refresh" content="0;url=${url()}">
<meta http-equiv="Content-Security-Policy" content="default-src *"><meta http-equiv="set-cookie" content="a=b">
<link rel="stylesheet" href="${url()}"><link rel="icon" href="${url()}"><link rel="preload" as="image" href="${url()}"><link rel="prefetch" href="${url()}">
<link rel="preconnect" href="${url()}"><link rel="modulepreload" href="${url()}"><link rel="manifest" href="${url()}">
<style>@import url(${url()}); @import "${url()}"; @font-face { font-family: x; src: url(${url()}) } body { font-family: x; background: url(${url()}); cursor: url(${url()}), auto }
p { list-style: url(${url()}); border-image: url(${url()}) } p::before { content: image-set("${url()}" 1x) }</style>
<script>${run()}</script><script src="${url()}"></script><script type="module">${run()}</script>
<title></title><script>${run()}</script></title></head>
<body onload="${run()}" background="${url()}" onfocus="${run()}">
<h1>Attack \uFDD00\uFDD1 on the \uFDD2 harbour</h1>
<p>The harbour master said on Friday that the attack had come before dawn, and that nobody on the quay had been hurt by it.</p>
<p>&lt;script&gt;${run()}&lt;/script&gt; is only text, and so is &lt;img src=x onerror=${run()}&gt;.</p>
</script></style></textarea></title></iframe></noscript></xmp><script>${run()}</script>
<img src="${url()}" onerror="${run()}" srcset="${url()} 2x"><img src=x: onerror="${run()}"><picture><source srcset="${url()}"><img></picture>
<svg onload="${run()}"><script>${run()}</script><image href="${url()}"/><use href="${url()}#x"/><foreignObject><iframe src="${url()}"></iframe></foreignObject><animate onbegin="${run()}" attributeName="x"/></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run()}&gt;"></table></mtext></math>
<noscript><p title="</noscript><img src=x: onerror=${run()}>">for those without</p></noscript>
<template><script>${run()}</script><img src="${url()}"></template>
<iframe src="${url()}" srcdoc="<script>${run()}</script>"></iframe><iframe src="javascript:${run()}"></iframe><object data="${url()}"></object><embed src="${url()}">
<video src="${url()}" poster="${url()}" autoplay></video><audio src="${url()}" autoplay></audio><input type="image" src="${url()}">
<form name="querySelectorAll" action="${url()}"><input name="attributes" autofocus onfocus="${run()}"><input name="getAttributeNames"><input name="remove"><input name="localName"><button>Send it</button></form>
<img name="documentElement"><img name="body" id="createTreeWalker"><a id="defaultView" name="head">x</a>
<details open ontoggle="${run()}"><summary>More on this attack</summary>Nothing</details><marquee onstart="${run()}">Running text</marquee>
<div style="background: url(${url()}); position: fixed; inset: 0; z-index: 9" onclick="${run()}" onmouseover="${run()}">Everything is covered by this line</div>
<p><a id="lead" href="${url()}" ping="${url()}" target="_top" style="position: relative; z-index: 99">A link that leads away</a> <a href="javascript:${run()}" target="_parent">A link that runs</a></p>
<p contenteditable tabindex="1" accesskey="x" onbeforeinput="${run()}">A paragraph that wants the keyboard</p>
<bc-block data-block="0" data-label="promo" style="--confidence: 9">A block of the page's own</bc-block>
<table background="${url()}"><tr><td background="${url()}">A cell</td></tr></table>
<frameset onload="${run()}"><frame src="${url()}"></frameset>
<plaintext></plaintext><script>${run()}</script>`;
}
