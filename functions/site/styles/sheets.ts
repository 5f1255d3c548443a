/** What hangs on the wall as paper: A4 and A3, black on white; on the screen as it will come out. */
export const sheets = `
@page a4{size:A4 portrait;margin:16mm 18mm 18mm;@bottom-right{content:"第 " counter(page) " 页，共 " counter(pages) " 页";font-size:9pt}}
@page a4wide{size:A4 landscape;margin:14mm 16mm 16mm;@bottom-right{content:"第 " counter(page) " 页，共 " counter(pages) " 页";font-size:9pt}}
@page a3{size:A3 portrait;margin:22mm 25mm 25mm;@bottom-right{content:"第 " counter(page) " 页，共 " counter(pages) " 页";font-size:12pt}}
@page a3wide{size:A3 landscape;margin:20mm 22mm 22mm;@bottom-right{content:"第 " counter(page) " 页，共 " counter(pages) " 页";font-size:12pt}}
.on-paper{background:#fff;color:#000}
.on-paper main{padding-top:1rem;padding-bottom:0;min-height:0}
.on-paper .choices{list-style:none;padding:0}.on-paper .choices li{margin-right:1.4em}.on-paper [aria-current]{font-weight:700}
.masthead{text-align:center;border-bottom:2px solid #9b1b1e;margin:0 0 1.2em;padding:0 0 .7em}
.masthead h1{font-size:2.2em;letter-spacing:.35em;text-indent:.35em;color:#9b1b1e;margin:.1em 0}.landscape .masthead h1{font-size:1.6em;letter-spacing:.1em}.masthead p{margin:0}
.classes h2{font-size:1.15em;color:#9b1b1e;border-bottom:1px solid #9b1b1e;padding-bottom:.2em;margin-top:1em}
.classes article{margin:0 0 .9em}.classes h3{margin:0 0 .2em;font-size:1.05em}.classes p{margin:0}.classes p.small{color:#000}
.contacts{border-top:1px solid #000;padding-top:.6em;margin-top:1em}
.proof{display:flex;align-items:center;max-width:72rem;margin:1.5rem auto;padding:.8rem 1rem 0;border-top:1px solid #000;font-size:.85em}
.proof svg{flex:none;width:28mm;height:28mm;margin-right:6mm}.proof p{margin:0 0 .2em}.proof code{font-family:monospace}
.on-paper td p{margin:.2em 0 0;font-size:.92em}
@media print{
html{font-size:12pt!important}.on-paper .table-scroll{overflow:visible}
.on-paper.a4{page:a4}.on-paper.a4.landscape{page:a4wide}
.on-paper.a3{page:a3;font-size:17pt}.on-paper.a3.landscape{page:a3wide}
.a3 .document .paper-title{font-size:26pt}.a3 .document .text{font-size:18pt}.a3 .document .text h3{font-size:19pt}.a3 .document header p,.a3 .small{font-size:14pt}.a3 .classes h2{font-size:20pt}.a3 .classes h3{font-size:18pt}
.a4.landscape table{font-size:9.5pt}.a3.landscape table{font-size:13pt}
.on-paper main{padding:0;max-width:none}.on-paper .sheet{margin:0}
.classes article,.proof,.masthead{page-break-inside:avoid;break-inside:avoid}
.proof{padding:3mm 0 0;margin:6mm 0 0;max-width:none}.a3 .proof svg{width:40mm;height:40mm}
.masthead h1,.classes h2{color:#9b1b1e;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.on-paper thead th{white-space:normal}}
`;
