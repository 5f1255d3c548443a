/** The screen on the wall: sized by the screen itself, readable from across a hall. */
export const display = `
*,*::before,*::after{box-sizing:border-box}
html{font-size:1.35vw}
@media (max-aspect-ratio:1/1){html{font-size:2.3vw}}
@media (max-width:40em){html{font-size:15px}}
p{margin:0}body{margin:0;background:#fbf9f4;color:#1a1d21;font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;line-height:1.6}
.vh{position:absolute!important;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}
.screen{display:flex;flex-direction:column;min-height:100vh}
.playing .screen{height:100vh;overflow:hidden}
.top{display:flex;align-items:center;justify-content:space-between;background:#9b1b1e;color:#fff;padding:.7rem 2.4rem}
.top h1{margin:0;font-size:2rem;letter-spacing:.06em;line-height:1.3}
.clock{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.clock b{display:block;font-size:2rem;line-height:1.15}.clock span{font-size:1rem}
.stage{flex:1;min-height:0;padding:1.8rem 2.4rem;position:relative}
.slide{margin:0 0 2.5rem;padding:0 0 2rem;border-bottom:2px solid #d8d3c8}
.playing .slide{display:none;margin:0;padding:0;border:0;height:100%}
.playing .slide.now{display:flex}
.words{flex:1;min-width:0;padding-right:2.4rem;display:flex;flex-direction:column}
.slide h2{font-size:2.7rem;line-height:1.35;margin:.3rem 0 .9rem}
.slide .kind{color:#9b1b1e;font-size:1.35rem;font-weight:700;margin:0}
.slide .text{font-size:1.7rem;line-height:1.75;flex:1;min-height:0;overflow:hidden;margin:0}
.text p,.text ul,.text ol,.text table{margin:0 0 .6em}.text>p{text-indent:2em}.text ul,.text ol{padding-left:1.5em}.text h3,.text h4{font-size:1em;margin:.4em 0}
.text table{border-collapse:collapse;width:100%}.text th,.text td{border:1px solid #a9a294;padding:.15em .6em;text-align:left}
.slide .sign{font-size:1.35rem;text-align:right;margin:auto 0 0;padding-top:1rem}.slide.dense .text{font-size:1.4rem;line-height:1.65}
.slide .period{font-size:1.35rem;margin:.8rem 0 0}
.side{flex:none;width:13rem;text-align:center;align-self:flex-end;font-size:1.05rem}
.side svg{display:block;width:13rem;height:13rem;background:#fff}
.side p{margin:.4rem 0 0;line-height:1.45}
.foot{display:flex;align-items:center;justify-content:space-between;border-top:2px solid #d8d3c8;padding:.6rem 2.4rem;font-size:1.05rem;color:#40464c}
.foot p{margin:0}
.pace{flex:none;width:14rem}.pace progress{display:block;width:100%;height:.5rem;accent-color:#9b1b1e}
[hidden]{display:none!important}
.nothing{font-size:2.2rem;text-align:center;margin:18vh 0 0;color:#40464c}
a{color:inherit}
@media (max-aspect-ratio:1/1){.playing .slide.now{flex-direction:column}.words{padding:0 0 1.4rem}}
@media (max-width:40em){.top,.foot{padding-left:1rem;padding-right:1rem}.stage{padding:1rem}.playing .screen{height:auto;overflow:visible}
.playing .slide.now{display:block}.words{padding:0}.side{margin:1rem auto}.top h1,.clock b{font-size:1.25rem}.slide h2{font-size:1.7rem}.slide .text{font-size:1.2rem}}
`;
