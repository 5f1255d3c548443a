/** What is owed: the table of schools, its marks, charts with their tables beside them. */
export const duties = `
body.wide .wrap{max-width:110rem}
.figures small{display:block}
.exports a{margin-right:1.4em}
.heat-scroll{max-height:90vh;overflow:auto;border:1px solid var(--line)}
.heat{border-collapse:separate;border-spacing:0;font-size:.9rem;font-variant-numeric:tabular-nums}
.heat th,.heat td{border-width:0 1px 1px 0;padding:.35em .5em;min-width:5em;line-height:1.4;word-break:keep-all;overflow-wrap:normal}.heat th{word-break:normal}
.heat thead th{white-space:normal;position:sticky;top:0;z-index:2;vertical-align:bottom;min-width:6.2em}
.heat tbody th,.heat tfoot th{position:sticky;left:0;z-index:1;min-width:7.5em;max-width:13em}
.heat thead th:first-child{left:0;z-index:3}
.heat tfoot td,.heat tfoot th{position:sticky;bottom:0;background:var(--paper);font-weight:600;z-index:1}.heat tfoot th{z-index:2}
.heat .o,.legend .o{background:#fbdedb;color:#74110f}.heat .s,.legend .s{background:#fdedcb;color:#573500}.heat .p,.legend .p{background:#fff;color:#32383e}
.heat .l,.legend .l{background:#e3ecf6;color:#123a66}.heat .d,.legend .d{background:#e0f1e5;color:#124a27}.heat .w,.legend .w{background:#ecebe7;color:#41464c}
html.contrast .heat td,html.contrast .legend span{background:#fff;color:#000}html.contrast .heat .o{font-weight:700;border:2px solid #000}
.legend span{display:inline-block;padding:0 .5em;margin:.1em .5em .1em 0;border:1px solid var(--line);border-radius:3px}
.sums tbody th{min-width:8em}.sums td{white-space:nowrap}.sums .stage th{background:var(--sheet);padding-top:.8em}
.sums thead th:not(:first-child){text-align:right}
.names{padding-left:1.2em}
.pair-view{display:flex;flex-wrap:wrap;align-items:flex-start;margin:0 -1rem}.pair-view>*{flex:1 1 18rem;min-width:0;margin:0 1rem 1rem;width:auto}
.pair-view>svg{flex:2 1 24rem}
.chart{display:block;width:100%;max-width:56rem;font-size:15px;fill:currentColor}.bars{max-width:40rem;font-size:.94rem}
.chart .bad{fill:var(--red)}.chart .soon{fill:#c77700}
.chart .axis{stroke:var(--line)}.chart .line{fill:none;stroke:var(--red);stroke-width:3}.chart .point{fill:var(--red)}
.halves{display:flex;flex-wrap:wrap;margin:0 -.7rem}.halves>.sheet{flex:1 1 24rem;min-width:0;margin:0 .7rem 1.4rem}
@media (max-width:30em){.halves>.sheet{flex-basis:100%}.sums{font-size:.9rem}.sums th,.sums td{padding:.4em .45em}.sums tbody th{min-width:6em}}
.duty+.duty{margin-top:.9em;padding-top:.7em;border-top:1px dashed var(--line)}
.duty p{margin:.2em 0}.duty b{white-space:nowrap}.duty details{margin:.4em 0 0;font-size:.9rem}.duty summary{padding:.3rem .7rem}.duty .inside{padding:.3rem .7rem .6rem}
.catalogue .history{list-style:none;margin:0;padding:0;white-space:nowrap}
.bulletin h3{margin-top:1.3em}.bulletin .text>.addressee{text-indent:0}
@page wide{size:A4 landscape;margin:12mm}
@media print{body.wide{page:wide}.heat-scroll,.table-scroll{max-height:none;overflow:visible;border:0}
.heat{font-size:7.5pt}.heat th,.heat td{position:static!important;min-width:0!important;padding:1pt 3pt;border:.5pt solid #000}
.heat td{background:none!important;color:#000!important}.heat .o{font-weight:700}.chart{max-width:12cm}.halves{display:block}}
`;
