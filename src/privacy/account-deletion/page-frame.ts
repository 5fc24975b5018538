// The frame of the pages of a deletion: readable without anything loaded, in light and dark.
import type { Language } from '../../kernel/index.ts'

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const safe = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)

const style = `
:root{color-scheme:light dark;--text:#1a1a1a;--back:#fff;--soft:#f2f4f7;--line:#767676;
--act:#0b4f9e;--onact:#fff}
@media (prefers-color-scheme:dark){:root{--text:#f0f0f0;--back:#16181c;--soft:#23262c;
--line:#9aa0a6;--act:#8ab8ff;--onact:#10131a}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);
font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:42rem;margin:0 auto;padding:1.5rem 1rem 3rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin:2rem 0 .5rem}
button{font:inherit;font-weight:600;border:0;border-radius:.4rem;padding:.75rem 1.25rem;
background:var(--act);color:var(--onact);cursor:pointer;min-height:2.75rem}
a{color:var(--act)}
:focus-visible{outline:3px solid var(--act);outline-offset:3px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;
border-bottom:1px solid var(--line)}
td.count,th.count{text-align:right;padding-right:0;font-variant-numeric:tabular-nums}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.8rem;background:var(--soft);
padding:.75rem;border-radius:.4rem}
@media print{body{background:#fff;color:#000;font-size:10.5pt}main{max-width:none;padding:0}
a{color:#000}h2{break-after:avoid}tr{break-inside:avoid}}
`

/** `body` is HTML that was made here; `title` is text. */
export function pageOf(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<title>${safe(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${safe(title)}</h1>
${body}
</main>
</body>
</html>
`
}

export const paragraph = (text: string): string => `<p>${safe(text)}</p>`
