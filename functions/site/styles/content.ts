/** Lists of items, the official sheet of one item, particulars, timelines, tags, the catalogue. */
export const content = `
.tag{display:inline-block;font-size:.8rem;line-height:1.5;padding:0 .5em;border:1px solid currentColor;border-radius:3px;
white-space:nowrap;margin-right:.4em;color:var(--soft);background:var(--sheet)}
.tag.type{color:var(--red);font-weight:600}.tag.ok{color:var(--ok)}.tag.wait{color:var(--wait)}.tag.strong{background:var(--red);border-color:var(--red);color:#fff}
.items{list-style:none;padding:0;margin:0}
.items>li{padding:.9rem 0;margin:0;border-bottom:1px solid var(--line)}
.items>li:first-child{padding-top:.2rem}.items>li:last-child{border-bottom:0;padding-bottom:.2rem}
.items .name{display:block;font-size:1.06rem;font-weight:600;line-height:1.5;text-decoration:none}
.items .name:hover{text-decoration:underline}
.items h2,.items h3{margin:.15rem 0 0}.items p{margin:.25rem 0 0}.items .meta{font-size:.88rem;color:var(--soft)}
.meta>span{display:inline-block;margin-right:1em}
.empty{color:var(--soft);padding:1rem 0}
.pager{margin:1rem 0 0}
.filters{display:flex;flex-wrap:wrap;align-items:flex-end;margin:0 -.5rem 1rem}
.filters>*{margin:0 .5rem .6rem}
.filters label{display:block;font-size:.88rem;font-weight:600;margin-bottom:.15rem}
.schools{list-style:none;padding:0;margin:0}
.schools ul{list-style:none;padding:0 0 0 1.2rem;margin:0;border-left:2px solid var(--line)}
.schools li{margin:0}
.school{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;padding:.7rem 0;border-bottom:1px solid var(--line)}
.school a{font-weight:600}
.school .meta{font-size:.88rem;color:var(--soft)}
.figures{display:flex;flex-wrap:wrap;margin:0 -.5rem 1.2rem;padding:0;list-style:none}
.figures li{flex:1 1 8rem;margin:0 .5rem .6rem;padding:.7rem 1rem;background:var(--sheet);border:1px solid var(--line);border-left:4px solid var(--red);border-radius:3px}
.figures b{display:block;font-size:1.7rem;line-height:1.3;font-variant-numeric:tabular-nums}
.document{padding-top:1.8rem}
.document header{text-align:center;padding-bottom:1.1rem;margin-bottom:1.4rem;border-bottom:2px solid var(--red)}
.document .paper-title{font-size:1.6rem;margin:.4rem 0 .5rem;letter-spacing:.02em}
.document header p{margin:.2rem 0 0;color:var(--soft);font-size:.9rem}
.document .text{font-size:1.06rem;line-height:1.95}
.document .text>p{text-indent:2em}
.document .text h3{font-size:1.15rem;margin-top:1.2em}
.signature{text-align:right;margin:2.2rem 1rem 1.4rem 0;line-height:1.9}
.signature span{display:block}
.particulars{margin:1.4rem 0 0}.particulars:first-child{margin-top:0}.particulars th{width:9em;white-space:nowrap}
.sums td{text-align:right;font-variant-numeric:tabular-nums}.particulars caption{text-align:left;font-weight:700;padding:0 0 .4em}
@media (max-width:30em){.particulars th{width:6.2em;white-space:normal}.particulars td{overflow-wrap:anywhere}}
.files{list-style:none;padding:0;margin:0}.files>li{display:flex;align-items:flex-start;margin:0;padding:.5rem 0;border-bottom:1px solid var(--line)}
.files>li:last-child{border-bottom:0}.files img{display:block;width:6rem;height:auto;margin-right:.9rem;border:1px solid var(--line)}
.files .small{display:block;color:var(--soft)}
.steps{list-style:none;padding:0;margin:0}
.steps>li{position:relative;margin:0;padding:0 0 1.1rem 1.7rem;border-left:2px solid var(--line);left:.5rem}
.steps>li:last-child{border-left-color:transparent;padding-bottom:0}
.steps>li::before{content:"";position:absolute;left:-.5rem;top:.45em;width:.8rem;height:.8rem;border-radius:50%;background:var(--red);border:2px solid var(--sheet)}
.steps p{margin:0}.steps time{white-space:nowrap}.steps b{margin-right:.6em}
.facts{margin:0}.facts dt{font-size:.88rem;color:var(--soft)}.facts dd{margin:0 0 .7rem}.facts dd:last-child{margin:0}
.qr{text-align:center}.qr svg{width:9.5rem;height:9.5rem}.qr p{font-size:.85rem;margin:.3rem 0 0;color:var(--soft)}
.bar{display:flex;align-items:center}.bar progress{flex:1;margin-right:.7em}.bar span{white-space:nowrap}
.note{border:1px solid var(--line);border-left:5px solid var(--focus);background:var(--sheet);padding:.8rem 1.1rem;margin:0 0 1.3rem;border-radius:3px}
.note.good{border-left-color:var(--ok)}.note.warn{border-left-color:var(--wait)}.note.bad{border-left-color:var(--red);background:var(--tint)}
.note>:last-child{margin-bottom:0}.note h2{font-size:1.06rem;margin-bottom:.3em}
mark{background:#fff0c2;color:inherit;padding:0 .1em;border-bottom:2px solid var(--wait)}
.catalogue td,.catalogue th{font-size:.94rem}.catalogue td,.catalogue tbody th{background:var(--sheet)}
.catalogue .no{white-space:nowrap;text-align:right;width:3em}
.catalogue ul{list-style:none;padding:0;margin:.3em 0 0}
.catalogue .class th{background:var(--tint);color:var(--deep);font-size:1rem}
.catalogue .warning{display:block;color:var(--wait);font-size:.85rem;font-weight:400;margin-top:.3em}.warning small{display:block;font-size:.9em}
@media (max-width:52em){
.catalogue,.catalogue tbody,.catalogue tr,.catalogue td,.catalogue th{display:block;width:auto}
.catalogue caption:not(.vh){display:block;text-align:left;padding:0 0 .6em}
.catalogue thead{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}
.catalogue tr{border:1px solid var(--line);background:var(--sheet);margin:0 0 .9rem;padding:.4rem .2rem;border-radius:4px}
.catalogue tr.class{border:0;background:none;padding:0;margin:1.4rem 0 .5rem}
.catalogue td,.catalogue tbody th{border:0;padding:.25em .8em;background:none}.catalogue caption{display:block}
.catalogue td[data-label]::before{content:attr(data-label) "：";color:var(--soft);font-size:.88rem}
.catalogue .no{display:inline-block;text-align:left;width:auto}
.catalogue .class th{background:none;padding:0}}
.tasks{list-style:none;padding:0;margin:0}
.tasks>li:first-child{padding-top:.2rem}.tasks>li:last-child{padding-bottom:0}.tasks>li{display:flex;flex-wrap:wrap;gap:.4rem 0;align-items:center;justify-content:space-between;padding:.8rem 0;margin:0;border-bottom:1px solid var(--line)}
.tasks>li:last-child{border-bottom:0}

.areas{list-style:none;padding:0;margin:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.8rem 1.2rem}.areas a{display:block;font-weight:600}
.offices{list-style:none;padding:0;margin:0}.offices li{margin:0 0 1.2rem}.offices li:last-child,.offices li>:last-child{margin-bottom:0}.offices p{margin:0 0 .5rem}.offices p:last-child{line-height:2.1}.offices .small a{display:inline-block;margin-right:1em}
.said{white-space:pre-line;font-size:1.06rem;color:var(--ink)}
.tasks .what{flex:1 1 16rem;padding-right:1rem}.tasks .what a{font-weight:600}
.tasks form:not(:last-child){margin-right:.5rem}
.tasks p{margin:.1rem 0 0;font-size:.88rem;color:var(--soft)}
`;
