/** Black on white, two A4 pages, no colour that carries meaning. Larger on a screen, one column on a phone. */
export const reportStyle = `
@page{size:A4;margin:11mm 12mm}
body{margin:0;background:#fff}
.report,.report *{box-sizing:border-box}
.report{font:8.6pt/1.32 "DejaVu Sans","Helvetica Neue",Arial,sans-serif;color:#000;background:#fff;margin:0 auto;max-width:186mm}
.page{break-after:page;min-height:268mm;display:flex;flex-direction:column}
.page:last-child{break-after:auto}
h1{font-size:1.63em;margin:0 0 1mm;line-height:1.2}
h2{font-size:1.12em;margin:3mm 0 1mm;border-bottom:.35mm solid #000;padding-bottom:.4mm}
p{margin:0 0 1.2mm}ul,ol{margin:0 0 1mm;padding-left:4.5mm}li{margin:0 0 .5mm}
table{border-collapse:collapse;width:100%;margin:0 0 1mm}
th,td{text-align:left;vertical-align:top;padding:.5mm 1.6mm .5mm 0;border-bottom:.15mm solid #999}
th{font-weight:600;border-bottom:.3mm solid #000}td.n,th.n{text-align:right;white-space:nowrap}
.apart td{border-top:.3mm solid #000}
.two{display:grid;grid-template-columns:1fr 1fr;gap:0 6mm}
.doctor{border:.5mm solid #000;padding:1.2mm 2mm;margin:1mm 0;font-weight:600}
.small{font-size:7.1pt;line-height:1.24}.refs{columns:2;column-gap:6mm;font-size:6.3pt;line-height:1.18}
.foot{margin-top:auto;border-top:.15mm solid #000;padding-top:.8mm;font-size:7pt;display:flex;justify-content:space-between;gap:0 4mm}
svg{display:block}
@media screen{
.report{font-size:11pt;padding:8mm;max-width:62rem}
.page{min-height:0}.page+.page{margin-top:10mm}
.small,.refs,.foot{font-size:10pt;line-height:1.35}
}
@media screen and (max-width:44rem){
.report{padding:5mm}
.two{grid-template-columns:minmax(0,1fr)}.refs{columns:1}
.foot{flex-direction:column}
.wide{overflow-x:auto}.wide table{min-width:36rem}
}
`;
