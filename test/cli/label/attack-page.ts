/** A page that tries whatever a page can to run, load, lead away or break out. Its addresses all begin with `target`. */
export function attackPage(target: string): string {
  return `<!doctype html><html lang="en" onclick="stolen()"><head><title></title><script>stolen()</script></title>
<meta http-equiv="refresh" content="0;url=${target}/refresh"><base href="${target}/base/">
<link rel="stylesheet" href="${target}/sheet.css"><link rel="preconnect" href="${target}"><link rel="dns-prefetch" href="${target}"><link rel="prefetch" href="${target}/prefetch"><link rel="icon" href="${target}/icon">
<style>@import "${target}/import.css"; @im\\70ort "${target}/import2.css"; p { background: url(${target}/url.png); background: u\\72l(${target}/url2.png) } @font-face { font-family: x; src: url(${target}/font.woff) } p { font-family: x } body::after { content: "</styl\\65>"; background-image: image-set("${target}/set.png" 1x) }</style>
</head><body onload="stolen()" background="${target}/background.png">
<h1 id="blocks" style="background: url('${target}/style.png')" onmouseover="stolen()">The harbour &lt;script&gt;stolen()&lt;/script&gt; is closed</h1>
<p>A first paragraph of the page &lt;/script&gt;&lt;script&gt;stolen()&lt;/script&gt; with words enough to be a block.</p>
<script src="${target}/script.js"></script><script>stolen(); top.location = '${target}/top'</script>
<img src="${target}/image.png" srcset="${target}/set.png 2x" onerror="stolen()" alt="&quot;><script>stolen()</script>"><svg onload="stolen()"><script>stolen()</script><style><img src=x onerror=stolen()></style></svg>
<iframe src="${target}/frame.html" srcdoc="<script>parent.stolen()</script>"></iframe><object data="${target}/object"></object><embed src="${target}/embed"><video src="${target}/video" poster="${target}/poster" autoplay></video>
<form action="${target}/form" id="title"><input name="childNodes" autofocus onfocus="stolen()"><button formaction="${target}/button">Send the form off</button></form>
<p><a href="javascript:stolen()">A link that runs</a> and <a href="${target}/link" ping="${target}/ping" target="_top">a link that leads away</a> in one paragraph.</p>
<template><script>stolen()</script></template><noscript><img src="${target}/noscript.png"><p>Text for those without scripts</p></noscript><math><mtext><img src=x onerror=stolen()></mtext></math>
<textarea></textarea><script>stolen()</script></textarea><xmp><script>stolen()</script></xmp><!--><script>stolen()</script>-->
<p>The last paragraph of the page, which nothing before it may swallow.</p><plaintext><script>stolen()</script></body></html>`;
}

/** A file name that is markup where it is not escaped. */
export const ATTACK_NAME = `x"><img src=x onerror=stolen()>&'.html`;
