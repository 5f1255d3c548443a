/**
 * The modes of a screen, which combine: touch, elder (larger type that does not shrink, paragraphs further apart than
 * 1.3 lines, after 工信部《互联网网站适老化通用设计规范》) and contrast (WCAG 2.2, 1.4.6: at least 7 : 1 everywhere).
 * Targets are four root sizes high at the least, so they grow with the screen, and never under 48 px.
 */
export const screenModes = `
.controls{flex:none;display:flex;justify-content:center;padding:.5rem 1.4rem .8rem}
.controls button,.choice{font:inherit;cursor:pointer;min-height:48px;border:.12rem solid #9b1b1e;border-radius:.4rem;color:#74110f;background:#fff}
.controls button{flex:1;max-width:22rem;min-height:4rem;margin:0 .6rem;padding:0 .3rem;font-size:1.4rem;font-weight:700;white-space:nowrap}
.controls button:focus,.choice:focus{outline:.25rem solid #0a58a8;outline-offset:.15rem}
.list h2{font-size:2rem;margin:0 0 1rem;line-height:1.35}.list h2:focus{outline:0}
.list ul{list-style:none;margin:0;padding:.4rem}
.list li{margin:0 0 1rem}
.choice{display:block;min-height:5rem;padding:1rem 1.4rem;text-decoration:none;font-size:1.6rem;line-height:1.4}
.choice span{display:block;font-weight:700;text-decoration:underline}.choice small{font-size:1.15rem;color:#40464c}
.playing .list{display:none}
.playing.listing .list{display:block;position:absolute;top:1.8rem;right:2.4rem;bottom:1.8rem;left:2.4rem;overflow:auto;-webkit-overflow-scrolling:touch}
.playing.listing .slide.now,.listing .pace,.listing #place{display:none}
.touch .code img{width:18vh;height:18vh}
@media (max-aspect-ratio:1/1){.touch .code img{width:20vw;height:20vw}}
@media (max-width:40em){.playing.listing .list{position:static}.controls{flex-wrap:wrap}.controls button{flex:1 0 40%;margin:.3rem}.touch .code img{width:36vw;height:36vw}}

html.elder{font-size:1.7vw}
@media (max-aspect-ratio:1/1){html.elder{font-size:2.9vw}}
@media (min-aspect-ratio:5/2){html.elder{font-size:3.2vh}}
@media (max-width:40em){html.elder{font-size:19px}}
.elder .slide .text,.elder .slide.dense .text,.elder.still .slide .text{font-size:1.7rem;line-height:1.5}
.elder .slide.roomy .text{font-size:2.1rem;line-height:1.5}
.elder .text p,.elder .text ul,.elder .text ol,.elder .text table{margin-bottom:1.95em}.elder .text li{margin-bottom:.5em}
.elder .code img{width:23vh;height:23vh}.elder.touch .code img{width:15vh;height:15vh}
@media (max-aspect-ratio:1/1){.elder .code img,.elder.touch .code img{width:20vw;height:20vw}}
@media (max-width:40em){.elder .code img,.elder.touch .code img{width:32vw;height:32vw}}

.contrast body{background:#000;color:#fff}
.contrast .top{background:#000;color:#fff;border-bottom:.25rem solid #ffe04d}
.contrast .foot,.contrast .nothing,.contrast .choice small{color:#fff}
.contrast .foot{border-top:.15rem solid #ffe04d}
.contrast.stale .foot{background:#ffe04d;color:#000}
.contrast .slide .kind,.contrast .list h2,.contrast .controls button,.contrast .choice{color:#ffe04d}
.contrast .slide{border-bottom-color:#ffe04d}.contrast .text th,.contrast .text td{border-color:#fff}
.contrast .controls button,.contrast .choice{background:#000;border-color:#ffe04d}
.contrast .controls button:focus,.contrast .choice:focus{outline-color:#fff}
.contrast .pace progress{accent-color:#ffe04d}
`;
