/**
 * Colours, type and bare elements. Everything is sized in rem, so the reading aids and wall screens only change one
 * number: the size of the root. Flex throughout; where grid is used, what stands before it still reads without it.
 */
export const base = `
:root{--ink:#1c2024;--soft:#4b5259;--line:#d8d3c8;--paper:#f6f4ef;--sheet:#fff;--red:#9b1b1e;--deep:#74110f;--tint:#faf0ee;
--link:#184a80;--ok:#1c6237;--wait:#7a4a00;--focus:#0a58a8;--root:17px}
html{font-size:17px;font-size:var(--root);-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
html.size-large{--root:20px;font-size:20px;font-size:var(--root)}
html.size-larger{--root:24px;font-size:24px;font-size:var(--root)}
@media (min-width:2400px){html.size-standard{--root:25px}html.size-large{--root:29px}html.size-larger{--root:34px}}
@media (min-width:3400px){html.size-standard{--root:34px}html.size-large{--root:40px}html.size-larger{--root:46px}}
html.contrast{--ink:#000;--soft:#000;--line:#000;--paper:#fff;--sheet:#fff;--red:#7d0000;--deep:#5c0000;--tint:#fff;--link:#00256b;
--ok:#003d16;--wait:#4a2a00;--focus:#00256b}
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);line-height:1.75;
font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:break-word;word-wrap:break-word}
h1,h2,h3,h4,h5,h6{line-height:1.4;margin:0 0 .6em;font-weight:700}
h1{font-size:1.6rem}h2{font-size:1.2rem}h3{font-size:1.06rem}h4,h5,h6{font-size:1rem}
p,ul,ol,dl,table,blockquote,pre,figure{margin:0 0 1em}
ul,ol{padding-left:1.5em}li{margin:.2em 0}
a{color:var(--link);text-underline-offset:.2em}a:hover{color:var(--red)}
small,.small{font-size:.85rem;color:var(--soft)}
[lang=en]{font-family:"Helvetica Neue",Arial,sans-serif;letter-spacing:0}
:focus{outline:3px solid var(--focus);outline-offset:2px}
a:focus:not(:focus-visible),button:focus:not(:focus-visible),summary:focus:not(:focus-visible),[tabindex]:focus:not(:focus-visible){outline:0}
:focus-visible,input:focus,input:focus-within,textarea:focus,select:focus{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
hr{border:0;border-top:1px solid var(--line);margin:1.5em 0}
table{border-collapse:collapse;width:100%}
th,td{padding:.5em .7em;border:1px solid var(--line);text-align:left;vertical-align:top}
th{background:var(--paper);font-weight:600}thead th{white-space:nowrap}
@media (max-width:40em){.table-scroll.wide table{width:36rem}.table-scroll tbody th{min-width:8.5em}}
blockquote{margin-left:0;padding:.2em 1em;border-left:4px solid var(--line);color:var(--soft)}
pre{overflow:auto;padding:.8em;background:var(--paper)}
svg{max-width:100%}
progress{width:100%;height:.9em;accent-color:var(--red)}
fieldset{border:0;padding:0;margin:0 0 1.4em;min-width:0}legend{padding:0;font-weight:600}
[hidden]{display:none!important}
.table-scroll{overflow-x:auto;margin:0 0 1em}.table-scroll table{margin:0}
td code{overflow-wrap:anywhere}
.vh{position:absolute!important;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}
`;
