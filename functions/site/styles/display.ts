import { screenModes } from './screen-modes.ts';

/**
 * The screen on the wall: sized by the screen itself, readable from across a hall. For browsers from WebView 37 on (see
 * OLDEST_WEBVIEW): flex without gaps, no variables, no grid, no functions but calc.
 */
export const display = `
*,*::before,*::after{box-sizing:border-box}
html{font-size:1.35vw}
@media (max-aspect-ratio:1/1){html{font-size:2.3vw}}
@media (min-aspect-ratio:5/2){html{font-size:2.6vh}}
@media (max-width:40em){html{font-size:15px}}
p{margin:0}body{margin:0;background:#fbf9f4;color:#1a1d21;font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;line-height:1.6}
.screen{display:flex;flex-direction:column;min-height:100vh}
.playing .screen{height:100vh;overflow:hidden}
.top{flex:none;display:flex;align-items:center;justify-content:space-between;background:#9b1b1e;color:#fff;padding:.7rem 2.4rem}
.top h1{margin:0;font-size:2rem;letter-spacing:.06em;line-height:1.3}
.clock{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.clock b{display:block;font-size:2rem;line-height:1.15}.clock span{font-size:1rem}
.stage{flex:1;min-height:0;padding:1.8rem 2.4rem;position:relative}
.slide{margin:0 0 2.5rem;padding:0 0 2rem;border-bottom:2px solid #d8d3c8}.slide:focus{outline:0}
.playing .slide{display:none;margin:0;padding:0;border:0;position:absolute;top:1.8rem;right:2.4rem;bottom:1.8rem;left:2.4rem}
.playing .slide.now{display:flex}
.words{flex:1;min-width:0;min-height:0;padding-right:2.4rem;display:flex;flex-direction:column}
.slide h2{font-size:2.7rem;line-height:1.35;margin:.3rem 0 .9rem}
.slide .kind{color:#9b1b1e;font-size:1.35rem;font-weight:700;margin:0}
.mark{display:inline-block;margin-left:.6em;padding:0 .5em;border:2px solid;border-radius:.2em;line-height:1.4}
.slide .text{font-size:1.7rem;line-height:1.75;flex:1;min-height:0;overflow:hidden;margin:0}
.text p,.text ul,.text ol,.text table{margin:0 0 .6em}.text>p{text-indent:2em}.text ul,.text ol{padding-left:1.5em}.text h3,.text h4{font-size:1em;margin:.4em 0}
.text table{border-collapse:collapse;width:100%}.text th,.text td{border:1px solid #a9a294;padding:.15em .6em;text-align:left}
.slide .sign{font-size:1.35rem;text-align:right;margin:auto 0 0;padding-top:1rem}.slide.dense .text,.still .slide .text{font-size:1.4rem;line-height:1.65}
.slide.roomy .text{font-size:2.2rem}
.slide .period{font-size:1.35rem;margin:.8rem 0 0}
.side{flex:none;text-align:center;align-self:flex-end;font-size:1.05rem}
.code{margin:.8rem 0 0}.code span{display:block;line-height:1.6}
.code img{display:block;width:25vh;height:25vh;margin:0 auto;background:#fff;image-rendering:-webkit-optimize-contrast;image-rendering:pixelated}
.foot{flex:none;display:flex;align-items:center;justify-content:space-between;border-top:2px solid #d8d3c8;padding:.6rem 2.4rem;font-size:1.05rem;color:#40464c}
.foot p{margin:0 1.2rem 0 0}.revision{margin-left:1em}
.pace{flex:none;width:9rem}.pace progress{display:block;width:100%;height:.5rem;accent-color:#9b1b1e}
.stale .foot{background:#fff1c9;color:#1a1d21;border-top-color:#7a4a00;font-weight:700}
[hidden]{display:none!important}
.nothing{font-size:2.2rem;text-align:center;margin:18vh 0 0;color:#40464c}
.playing .nothing{position:absolute;left:0;right:0;top:0}
a{color:inherit}
.still .slide{display:flex;margin:0;padding:0;border:0;min-height:100%}.still .slide .text{overflow:visible;flex:none}.still .pace,.still .clock b{display:none}
@media (max-aspect-ratio:1/1){.playing .slide.now,.still .slide{flex-direction:column}.words{padding:0 0 1.4rem}
.side{display:flex;align-self:center}.code{margin:0 2.4rem}.code img{width:20vw;height:20vw}}
@media (max-width:40em){.top,.foot{padding-left:1rem;padding-right:1rem}.foot{display:block}.stage{padding:1rem}.playing .screen{height:auto;min-height:100vh;overflow:visible}
.playing .slide.now,.still .slide{display:block;position:static}.words{padding:0}.code{margin:1rem}.side{justify-content:center}.code img{width:36vw;height:36vw}.top h1,.clock b{font-size:1.25rem}.slide h2{font-size:1.7rem}.slide .text{font-size:1.2rem}}
${screenModes}`;
