/**
 * The sheet of a report: the tokens of paper (ui/tokens.css), desk sizes, and the marks of the charts. Hatch and rust say
 * "past its time", turmeric is not used, because nobody is being called.
 */
export const STYLE = `
:root{--kertas:#faf8f2;--kertas-2:#efebe0;--lembar:#fff;--tinta:#13211e;--tinta-2:#3f4d49;--garis:#d6d0c1;--garis-kuat:#6e7a76;
--hijau:#0b4f46;--di-hijau:#fff;--di-hijau-2:#cfe3dc;--lewat:#842f0c;--huruf:"Atkinson Hyperlegible Next",sans-serif}
*{box-sizing:border-box;margin:0;padding:0}
html{font-family:var(--huruf);font-size:16px;-webkit-text-size-adjust:none;text-size-adjust:none}
body{background:var(--kertas);color:var(--tinta);font-variant-numeric:tabular-nums;font-size:1.0625rem;line-height:1.35;max-width:60rem;margin:0 auto;padding:0 1.5rem 4rem}
header{background:var(--hijau);color:var(--di-hijau);margin:0 -1.5rem 1.5rem;padding:1.5rem 1.5rem 1.75rem;border-bottom:.5rem dotted var(--kertas)}
header p{color:var(--di-hijau-2);margin-top:.35rem}header .en{color:var(--di-hijau-2)}
h1,h2,h3{font-weight:800;line-height:1.15;letter-spacing:-.012em}
h1{font-size:1.875rem}h2{font-size:1.5rem;margin:2.5rem 0 .75rem}h3{font-size:1.125rem;margin-bottom:.5rem}
h1 .en,h2 .en,h3 .en{font-weight:400}
.en{color:var(--tinta-2);font-weight:400;font-size:.9375em}
p{max-width:34em}p+p{margin-top:.35rem}
.lead{font-size:1.1875rem;font-weight:700}.lead+.lead{margin-top:.75rem}.lead .en{display:block}
section{background:var(--lembar);border:1px solid var(--garis);padding:1rem 1.25rem 1.25rem;margin-top:1rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin-top:.75rem}
th,td{padding:.4rem .5rem;border-bottom:1px solid var(--garis);text-align:right;vertical-align:top;white-space:nowrap}
thead th{font-weight:500;font-size:.9375rem;color:var(--tinta-2);border-bottom:2px solid var(--tinta);white-space:normal}
th:first-child{text-align:left;font-weight:500;white-space:normal}
td b{font-weight:800}td small{display:block;color:var(--tinta-2);font-size:.9375rem}
.lane{vertical-align:middle;margin-right:.5rem}
.lane>path,.lane>circle,.lane>rect{fill:none;stroke:var(--tinta);stroke-width:3;stroke-linejoin:round}
.lane>text{font:800 24px var(--huruf);text-anchor:middle;fill:var(--tinta)}
.chart{display:block;width:100%;height:auto;overflow:visible}
.chart text{font-family:var(--huruf);font-size:15px;fill:var(--tinta)}
.chart .grid{stroke:var(--garis);stroke-width:1}
.chart .limit{stroke:var(--tinta);stroke-width:2;stroke-dasharray:2 6;stroke-linecap:round}
.chart .tick{text-anchor:end;fill:var(--tinta-2)}.chart .place{text-anchor:middle}.chart .note{font-size:14px;fill:var(--tinta-2)}
.chart .median,.chart .window,.chart .name{font-weight:800}.chart .p90{fill:var(--tinta-2)}.chart .over{font-weight:800;fill:var(--lewat)}
.chart .on{font-weight:800;fill:var(--di-hijau)}.chart .end{text-anchor:end}
.before path,.before circle{stroke:var(--tinta);stroke-width:2.5;fill:none}.before circle{fill:var(--lembar)}
.after path{stroke:var(--hijau);stroke-width:3;fill:none}.after circle{stroke:var(--hijau);stroke-width:3;fill:var(--hijau)}
.chart .kept{fill:var(--hijau)}.chart .hatch{stroke:var(--lewat);stroke-width:1}.chart .broken{fill:var(--lewat)}
.ground{fill:var(--lembar)}.line{stroke:var(--lewat);stroke-width:2.2}
section>h2{margin-top:0}thead .en,th[scope=row] .en{display:block}
.chart .lane text{font-weight:800;font-size:24px}
footer{margin-top:2rem;color:var(--tinta-2);font-size:.9375rem}
@media print{body{background:none;max-width:none;padding:0}header{margin:0 0 1rem}section{break-inside:avoid}}
`
