// HTML by hand: every value is escaped unless it was made here; the frame that all pages share.
import type { Language } from '../kernel/index.ts'

const made: unique symbol = Symbol('html')
/** The first letter of a sentence or a title. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

export type Html = { readonly [made]: string }

type Value = string | number | Html | readonly Html[] | null | false

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function textOf(value: Value): string {
  if (value === null || value === false) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    return value.replace(/[&<>"']/g, (character) => escapes[character] ?? '')
  }
  if (Array.isArray(value)) return value.map((one: Html) => one[made]).join('')
  return (value as Html)[made]
}

export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const text = parts.map((part, index) => part + textOf(values[index] ?? null)).join('')
  return { [made]: text }
}

/** Fills `{name}` in a sentence; the values are escaped with it. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** French has a space before it, at which no line breaks. */
export const colonIn = (language: Language): string => (language === 'fr' ? '\u00a0:' : ':')

/** Readable on a small screen and at any size, in light and dark, without anything loaded. */
const style = `
:root{color-scheme:light dark;--text:#1a1a1a;--back:#fff;--line:#767676;--soft:#f2f4f7;
--act:#0b4f9e;--onact:#fff;--bad:#a1161b}
@media (prefers-color-scheme:dark){:root{--text:#f0f0f0;--back:#16181c;--line:#9aa0a6;
--soft:#23262c;--act:#8ab8ff;--onact:#10131a;--bad:#ffb3b0}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);
font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main,header,footer{max-width:38rem;margin:0 auto;padding:0 1rem}
header{padding-top:1rem;display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;
justify-content:space-between}
.brand{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;margin:0;font-weight:600;
min-width:0;overflow-wrap:anywhere}
.brand img{display:block;width:auto;height:auto;max-width:12rem;max-height:3.5rem;background:#fff;
border-radius:.25rem;padding:.25rem}
.switch{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 .25rem}
main{padding-bottom:3rem}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.2rem;margin:2rem 0 .5rem}
fieldset{border:1px solid var(--line);border-radius:.5rem;margin:1.25rem 0;padding:.75rem 1rem}
legend{font-weight:600;padding:0 .35rem}
label{display:block;font-weight:600;margin-top:1rem}
.hint{margin:.15rem 0 .35rem;font-weight:400}
h3{font-size:1.05rem;margin:.25rem 0}
.state{display:inline-block;font-weight:600;border:2px solid var(--line);border-radius:1rem;
padding:.1rem .75rem}
.state.paused{border-color:var(--act)}
.state.late{border-color:var(--bad);color:var(--bad)}
.state.waiting,.state.on{border-color:var(--act)}
dd{white-space:pre-line}
textarea{resize:vertical}
input[type=text],input[type=tel],input[type=email],textarea{width:100%;font:inherit;
padding:.65rem .75rem;
border:1px solid var(--line);border-radius:.4rem;background:var(--back);color:var(--text)}
.box{display:flex;gap:.75rem;align-items:flex-start;margin:.25rem 0;padding:.6rem 0;
font-weight:400}
.box input{width:1.5rem;height:1.5rem;margin:.1rem 0 0;flex:none}
button,.button{font:inherit;font-weight:600;border:0;border-radius:.4rem;padding:.75rem 1.25rem;
background:var(--act);color:var(--onact);cursor:pointer;margin:.5rem 0;display:inline-block;
text-decoration:none;min-height:2.75rem}
button.quiet{background:var(--soft);color:var(--text);border:1px solid var(--line)}
a{color:var(--act)}
:focus-visible{outline:3px solid var(--act);outline-offset:3px}
.card{background:var(--soft);border-radius:.5rem;padding:.75rem 1rem;margin:.75rem 0}
.card p{margin:.25rem 0}
.card h2{margin-top:.25rem}
.fault{border:2px solid var(--bad);border-radius:.5rem;padding:.5rem 1rem;margin:1rem 0}
.fault h2{margin:.25rem 0;color:var(--bad)}
.told{border:2px solid var(--act);border-radius:.5rem;padding:.5rem 1rem;margin:1rem 0}
.trap{position:absolute;left:-100vw;height:1px;width:1px;overflow:hidden}
dl{margin:.5rem 0}
dt{font-weight:600;margin-top:.5rem}
dd{margin:0}
.card,blockquote,dt,dd,li,summary{overflow-wrap:anywhere}
ol.steps{list-style:none;margin:0;padding:0}
.links{list-style:none;margin:0;padding:0}
.links a{display:inline-block;padding:.6rem 0}
blockquote{margin:.25rem 0;padding-left:.75rem;border-left:4px solid var(--line)}
table{border-collapse:collapse;width:100%;margin:.75rem 0}
th,td{border:1px solid var(--line);padding:.35rem .5rem;text-align:left;vertical-align:top;
overflow-wrap:anywhere}
th{background:var(--soft)}
.held th{width:50%}.held small{display:block;font-weight:400;line-height:1.35}
.wide main{max-width:75rem}
ins{text-decoration:none;border-bottom:2px solid var(--act)}
@media print{body{background:#fff;color:#000;font-size:10.5pt}
main,header,footer{max-width:none;padding:0}p{margin:.45rem 0}h2{margin-top:1.1rem}
dl{display:grid;grid-template-columns:34% 1fr;gap:.15rem .75rem}dt{margin-top:0}
form,.switch{display:none}.new-page{break-before:page}a{color:#000}
h2,h3{break-after:avoid}tr,li{break-inside:avoid}
th{background:none}.card{background:none;border:1px solid #767676;break-inside:avoid}}
`

/** Whose page it is: the account's name, and its logo where it has one. */
export type Brand = { name: string; logo: { src: string; width: number; height: number } | null }

export type Frame = {
  language: Language
  title: string
  /** The same page in the other language; null where there is none. */
  other: { label: string; href: string; language: Language } | null
  /** Null: a page that is nobody's, such as that of a link that has ended. */
  brand: Brand | null
  body: Html
  /** A page of tables takes the whole screen. */
  isWide?: boolean
}

/** The name stands beside the picture, which says nothing more. */
function brandPart({ name, logo }: Brand): Html {
  return html`<p class="brand">${
    logo === null
      ? null
      : html`<img src="${logo.src}" width="${logo.width}" height="${logo.height}" alt="">`
  }<span>${name}</span></p>`
}

export function pageText(frame: Frame): string {
  const { language, title, other, brand, body, isWide = false } = frame
  const switching =
    other === null
      ? null
      : html`<a class="switch" href="${other.href}" lang="${other.language}"
hreflang="${other.language}">${other.label}</a>`
  const head =
    brand === null && switching === null
      ? null
      : html`<header>${brand === null ? html`<span></span>` : brandPart(brand)}
${switching}</header>`
  const whole = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${{ [made]: style } as Html}</style>
</head>
<body${isWide ? html` class="wide"` : null}>
${head}
<main>
${body}
</main>
</body>
</html>
`
  return whole[made]
}
