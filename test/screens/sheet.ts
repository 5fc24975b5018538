// A sheet shows many pictures side by side, small enough to be looked at together.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'

export type Shot = { screen: string; scheme: string; file: string }

const style = `body{margin:16px;background:#888;font:14px sans-serif;color:#000}
h1{font-size:18px;margin:0 0 12px}main{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start}
figure{margin:0}figcaption{margin:0 0 2px}img{display:block;width:var(--wide);max-height:var(--high);
object-fit:cover;object-position:top;background:#fff}`

/** A sheet is no larger than what a screen shows without shrinking it. */
const sheet = { atOnce: 12, width: 1560 }

/** As a page with links to the whole pictures, and as one picture. */
export async function writeSheet(
  browser: Browser,
  out: string,
  of: { title: string; name: string; wide: number; high: number; shots: readonly Shot[] },
): Promise<void> {
  const { atOnce, width } = sheet
  for (let from = 0; from < of.shots.length; from += atOnce) {
    const part = from / atOnce + 1
    const shots = of.shots.slice(from, from + atOnce)
    await writePart(browser, out, width, { ...of, name: `${of.name}-${part}`, shots })
  }
}

async function writePart(
  browser: Browser,
  out: string,
  width: number,
  of: Parameters<typeof writeSheet>[2],
): Promise<void> {
  const figures = of.shots.map(
    ({ screen, scheme, file }) =>
      `<figure><figcaption>${screen}, ${scheme}</figcaption>` +
      `<a href="${file}"><img src="${file}" alt="${screen}, ${scheme}"></a></figure>`,
  )
  const html =
    `<!doctype html><meta charset="utf-8"><title>${of.title}</title>` +
    `<style>:root{--wide:${of.wide}px;--high:${of.high}px}${style}</style><h1>${of.title}</h1>` +
    `<main>${figures.join('')}</main>`
  writeFileSync(join(out, `${of.name}.html`), html)
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  await page.goto(`file://${join(out, `${of.name}.html`)}`)
  await page.screenshot({ path: join(out, `${of.name}.png`), fullPage: true })
  await page.close()
}

/** The page that leads to each sheet of the folder, of this run and of earlier ones. */
export function writeIndex(out: string): void {
  const sheets = readdirSync(out).filter((name) => name.endsWith('.html') && name !== 'index.html')
  const links = sheets.map((name) => `<li><a href="${name}">${name.replace('.html', '')}</a></li>`)
  writeFileSync(
    join(out, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Screens</title><ul>${links.join('')}</ul>`,
  )
}
