/** Fields, buttons, errors beside their field, the steps of a proposal. */
export const forms = `
.field{margin:0 0 1.35rem}
.field>label,.field legend{display:block;font-weight:600;margin-bottom:.2rem}
.field .hint{display:block;font-size:.88rem;color:var(--soft);margin:0 0 .35rem;font-weight:400}
.field .optional{font-weight:400;color:var(--soft);font-size:.88rem}
.error{display:block;color:var(--red);font-weight:600;margin:0 0 .35rem}
.error small{display:block;color:var(--soft);font-weight:400}
.field.wrong{border-left:5px solid var(--red);padding-left:.9rem}
input,textarea,select,button{font:inherit;color:inherit}
input[type=text],input[type=search],input[type=number],input[type=date],input[type=datetime-local],input[type=tel],input[type=password],textarea,select{
width:100%;max-width:34rem;min-height:2.7rem;padding:.4em .6em;background:#fff;border:1px solid #6b7178;border-radius:3px}
textarea{max-width:none;min-height:6rem;line-height:1.75;resize:vertical}
textarea.long{min-height:16rem}
input[type=number]{max-width:8rem}input[type=date]{max-width:13rem}input[type=datetime-local]{max-width:16rem}
select{max-width:24rem}
.wrong input,.wrong textarea,.wrong select{border-color:var(--red);border-width:2px}
.choice{display:flex;align-items:flex-start;padding:.28rem 0;margin:0}
.choice input{flex:none;width:1.35rem;height:1.35rem;margin:.22rem .6rem 0 0;accent-color:var(--red)}
.choice label{font-weight:400}.choice small{display:block}
.choices.row{display:flex;flex-wrap:wrap}.choices.row .choice{margin-right:1.6rem}
nav.choices{margin-bottom:1.2rem}nav.choices [aria-current]{color:var(--ink);font-weight:700;text-decoration:none}
.button{display:inline-block;min-height:2.8rem;padding:.5em 1.4em;border:1px solid var(--red);border-radius:3px;background:var(--red);color:#fff;
font-weight:600;line-height:1.6;text-decoration:none;cursor:pointer}
.button:hover{background:var(--deep);color:#fff}
.button.second{background:var(--sheet);color:var(--red)}.button.second:hover{background:var(--tint);color:var(--deep)}
.button.small{min-height:2.2rem;padding:.2em .9em;font-size:.9rem;color:#fff}.button.small.second{color:var(--red)}
.actions{display:flex;flex-wrap:wrap;align-items:center;margin:1.4rem 0 0}.actions>*{margin:0 1rem .5rem 0}
.plan td,.plan th{vertical-align:middle}.plan .choice{padding:0}
.verdicts td:first-child{font-weight:600;white-space:nowrap}
.verdicts .choices{white-space:nowrap;margin:0}.verdicts td{vertical-align:middle}
.settle{display:flex;flex-wrap:wrap;align-items:center;margin:.2rem 0 .8rem}.settle form{display:flex;flex-wrap:wrap;align-items:center;max-width:100%;margin:0 1rem .4rem 0}
.settle label{margin-right:.5em}.settle input[type=text]{flex:1 1 10rem;width:18rem;min-width:0;max-width:100%;min-height:2.2rem;margin-right:.5rem}
details{margin:0 0 1.2rem;border:1px solid var(--line);border-radius:3px;background:var(--sheet)}
summary{padding:.65rem 1rem;font-weight:600;cursor:pointer}
details>.inside{padding:.4rem 1rem 1rem}
details[open]>summary{border-bottom:1px solid var(--line);margin-bottom:.6rem}
.pair{display:flex;flex-wrap:wrap;margin:0 -.4rem .2rem}.pair>*{flex:1 1 10rem;margin:0 .4rem .5rem}
.progress-steps{display:flex;flex-wrap:wrap;list-style:none;padding:0;margin:0 0 1.5rem}
.progress-steps li{flex:1 1 5rem;margin:0 .3rem .3rem 0;padding:.35rem .2rem;border-top:4px solid var(--line);color:var(--soft);font-size:.92rem}
.progress-steps li.done{border-top-color:var(--ok);color:var(--ink)}
.progress-steps li[aria-current]{border-top-color:var(--red);color:var(--ink);font-weight:700}
.rows{list-style:none;padding:0;margin:0}
.rows>li{margin:0;border-bottom:1px solid var(--line)}
.rows a{display:block;padding:.75rem .4rem;text-decoration:none;color:inherit}
.rows a:hover,.rows a:focus{background:var(--tint)}
.rows b{color:var(--link);text-decoration:underline;text-underline-offset:.2em}
.rows .no{display:inline-block;min-width:2.2em;color:var(--soft);font-variant-numeric:tabular-nums}
@media (min-width:40.01em){.in-table{position:absolute!important;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}}
@media (max-width:40em){
.verdicts,.verdicts tbody,.verdicts tr,.verdicts td,.plan,.plan tbody,.plan tr,.plan td{display:block;width:auto;border:0}
.verdicts thead,.plan thead{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}
.verdicts tr,.plan tr{border:1px solid var(--line);margin-bottom:.7rem;border-radius:3px;padding:.3rem 0}
.verdicts td,.plan td{padding:.3em .8em}
.button{width:100%;text-align:center}.button.small{width:auto}.actions>*{margin-right:0;width:100%}.aids .button{width:auto}}
`;
