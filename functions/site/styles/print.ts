/** On paper: the official sheet alone, black on white, in the typefaces of official documents. */
export const print = `
@page{size:A4;margin:18mm 20mm}
@media print{
html,html.size-large,html.size-larger{font-size:12pt}
body{background:#fff;color:#000;font-family:FangSong,STFangsong,"Noto Serif CJK SC",serif}
h1,h2,h3,th,legend{font-family:SimHei,STHeiti,"Noto Sans CJK SC",sans-serif}
.aids,.sections,.crumbs,.skip,.foot nav,.filters,.pager,form,.no-print{display:none!important}
.sheet,.minor .sheet,.head,details,.note{border:0;padding:0;background:none}.head{border-bottom:1pt solid #000}
.columns{display:block;margin:0}.columns>*{padding:0}.columns>*{width:100%!important}
a{color:#000;text-decoration:none}
tr,li,.signature,figure{page-break-inside:avoid;break-inside:avoid}
h1,h2,h3{page-break-after:avoid;break-after:avoid}
th,td{border-color:#000}thead{display:table-header-group}}
`;
