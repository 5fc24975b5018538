// How the page of the reference looks: like paper, light or dark as the device is, on any width.
export const style = `
:root { color-scheme: light dark; --text: #1b1f24; --paper: #fff; --quiet: #57606a;
  --line: #d0d7de; --block: #f3f5f7; --link: #0b57a4; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e9ec; --paper: #16191d;
  --quiet: #a3acb5; --line: #3a424b; --block: #20252b; --link: #8cc2ff; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 1.5rem; max-width: 62rem; background: var(--paper);
  color: var(--text); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
h1, h2, h3, h4 { line-height: 1.25; }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { margin: 0 0 .5rem; }
h4 { margin: 1.25rem 0 .25rem; }
article { margin: 2rem 0; padding-top: 1rem; border-top: 1px solid var(--line);
  content-visibility: auto; contain-intrinsic-size: auto 40rem; }
.address { font-weight: 600; }
.quiet { color: var(--quiet); font-size: .875rem; }
code, pre { font: .875rem/1.5 ui-monospace, monospace; }
code { background: var(--block); padding: .1em .3em; border-radius: 3px; }
pre { background: var(--block); padding: .75rem; border-radius: 6px; white-space: pre-wrap;
  overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem .35rem 0;
  border-bottom: 1px solid var(--line); }
th:first-child { width: 26%; }
th:nth-child(2) { width: 28%; }
nav ul { padding-left: 1.25rem; }
@media (max-width: 40rem) {
  thead { position: absolute; left: -100rem; }
  table, tbody, tr, th, td { display: block; width: auto !important; border: 0; padding: 0; }
  tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
}
@media print { nav { display: none; } article { content-visibility: visible; } }
`
