/** What stands round every page: skip link, reading aids, head, sections of an organisation, foot. */
export const frame = `
.wrap{width:100%;max-width:72rem;margin-left:auto;margin-right:auto;padding-left:1rem;padding-right:1rem}
@media (min-width:48em){.wrap{padding-left:2rem;padding-right:2rem}}
.skip{position:absolute;left:-999em;top:0;background:var(--ink);color:#fff;padding:.6em 1.2em;z-index:9}
.skip:focus{left:.5rem;top:.5rem;color:#fff}
.aids{background:var(--ink);color:#fff;font-size:.85rem}
.aids .wrap{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;padding-top:.25rem;padding-bottom:.25rem}
.aids form{display:flex;flex-wrap:wrap;align-items:center;margin:0}
.aids button,.aids a{display:inline-flex;align-items:center;font:inherit;color:#fff;background:none;border:1px solid transparent;border-radius:3px;
padding:.2em .55em;min-height:1.9rem;line-height:1.4;cursor:pointer;text-decoration:none}
.aids button:hover,.aids a:hover{border-color:#fff;color:#fff}
.aids button[aria-pressed=true]{background:#fff;color:var(--ink);font-weight:700}
.aids :focus-visible{outline-color:#ffd76a}
.aids .label{margin-right:.3em}.aids [lang]{margin-left:.4em}
.aids .who{margin-right:.5em}
.head{background:var(--sheet);border-top:5px solid var(--red);border-bottom:1px solid var(--line)}
.head .wrap{display:flex;flex-wrap:wrap;align-items:center;padding-top:.9rem;padding-bottom:.9rem}
.brand{display:flex;align-items:center;color:var(--ink);text-decoration:none}
.brand:hover{color:var(--ink)}
.mark{flex:none;width:2.9rem;height:2.9rem;margin-right:.8rem}
.brand b{display:block;font-size:1.25rem;line-height:1.3;letter-spacing:.03em}
.brand small{display:block;line-height:1.4}
.sections{background:var(--red);color:#fff}
html.contrast .sections{background:#000}
.sections .wrap{display:flex;flex-wrap:wrap;align-items:stretch}
.sections a{color:#fff;text-decoration:none;padding:.6em 1em;border-bottom:3px solid transparent}
.sections .wrap{padding-left:0;padding-right:0}@media (min-width:48em){.sections .wrap{padding-left:1rem}}
@media (max-width:30em){.sections a{flex:1 0 25%;padding:.55em 0;text-align:center;font-size:.85rem}.size-large .sections a,.size-larger .sections a{flex-basis:33%}.aids button,.aids a{padding:.2em .4em}.aids [lang]{display:none}}
.sections a:hover,.sections a[aria-current]{border-bottom-color:#fff;background:var(--deep)}
.sections a:focus-visible{outline-color:#fff;outline-offset:-4px}
.acting{padding-top:1rem}.acting details,.acting form{margin:0}.acting select{width:auto;max-width:100%;margin-right:.5rem}
main{padding-top:1.5rem;padding-bottom:3rem;min-height:60vh}
main:focus{outline:0}
.crumbs{font-size:.9rem;margin:0 0 1rem;color:var(--soft)}
.crumbs ol{list-style:none;padding:0;margin:0}.crumbs li{display:inline;margin:0}
.crumbs li+li::before{content:"›";margin:0 .5em}
.foot{background:var(--sheet);border-top:1px solid var(--line);padding:1.5rem 0 2rem;font-size:.88rem;color:var(--soft)}
.foot p{margin:0 0 .4em}
.title-row{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;margin-bottom:1.2rem}
.title-row h1{margin:0 1rem .2rem 0}
.title-row h1 small{display:block;font-weight:400;font-size:.85rem}
.asof{font-size:.88rem;color:var(--soft);margin:0}
.columns{display:flex;flex-wrap:wrap;margin:0 -1rem}
.columns>*{padding:0 1rem;width:100%;min-width:0}
@media (min-width:60em){.columns>.major{width:69%}.columns>.minor{width:31%}}
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:4px;padding:1.2rem;margin:0 0 1.4rem}
@media (min-width:48em){.sheet{padding:1.6rem 1.9rem}}
.minor .sheet{padding:1.1rem 1.2rem}
.sheet>:last-child{margin-bottom:0}
.sheet>h2+*{margin-top:0}.sheet>h2{padding-bottom:.45em;border-bottom:2px solid var(--red)}
.sheet>*+h2{margin-top:1.8rem}.sheet>section+section{margin-top:1.6rem}
`;
