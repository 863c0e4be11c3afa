/** A page that tries to get markup, scripts, addresses and styles into whatever shows its text. */
export const ATTACKING_HTML = `<!doctype html><html><head><title></title><script>window.hit=1</script></head><body>
<h1>&lt;script&gt;window.hit=1;fetch('http://127.0.0.1:9/x')&lt;/script&gt; takes over the island ferry</h1>
<p>&lt;img src=http://127.0.0.1:9/a.png onerror="window.hit=2"&gt; the county said on Monday, and nobody believed a word of it at first.</p>
<p>&lt;/span&gt;&lt;/li&gt;&lt;/ol&gt;&lt;/section&gt;&lt;style&gt;body{background:url(http://127.0.0.1:9/b)}&lt;/style&gt; said the mayor, who had read it twice.</p>
<p>" onmouseover="window.hit=3" ' autofocus onfocus='window.hit=4' said the harbour master, who had seen such a thing once before.</p>
<p>&lt;meta http-equiv=refresh content="0;url=http://127.0.0.1:9/c"&gt; and &lt;base href="http://127.0.0.1:9/"&gt; were found on the boat on Sunday.</p>
<p>--&gt; &lt;!-- &lt;iframe srcdoc="&lt;script&gt;parent.hit=5&lt;/script&gt;"&gt;&lt;/iframe&gt; was what the letter to the council said, word for word.</p>
<p>Read <a href="javascript:window.hit=6">the whole story</a> or <a href=" java&#9;script:window.hit=7">this one</a> or <a href="data:text/html,&lt;script&gt;1&lt;/script&gt;">that one</a> on Friday.</p>
<p class="x&quot; onclick=&quot;window.hit=8">The ferry will sail every day this winter, the county said on Monday, after years of cuts to the service.</p>
</body></html>`;
