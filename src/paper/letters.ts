// How a word is set in the typeface, kept while a paper is drawn: texts repeat their words.
import { assert } from '../kernel/index.ts'
import { signsIn } from './signs.ts'

export type Setting = { glyphs: unknown[]; positions: unknown[]; advanceWidth: number }

/** What pdfkit has inside of a typeface, and tells nobody: the version is pinned. */
export type Typeface = {
  font: { hasGlyphForCodePoint(codePoint: number): boolean }
  layoutRun(text: string, features: Readonly<Record<string, boolean>>): Setting
  layoutCached(text: string): Setting
}

/** As typed: no arrow for two signs, no joined letters, so that what is copied is what was said. */
const literal = { calt: false, liga: false, clig: false, dlig: false } as const
/** Words that are kept. */
const keptMax = 5_000
const longWord = 24

export function demandTypeface(found: Partial<Typeface> | undefined): Typeface {
  const { font, layoutRun, layoutCached } = found ?? {}
  assert(font !== undefined && layoutRun !== undefined && layoutCached !== undefined, 'pdfkit 0.20')
  return found as Typeface
}

/**
 * Codes and numbers come once each, and are set sign by sign from what is known; words as a whole,
 * with the distances between their letters.
 */
export function keepSettings(face: Typeface): void {
  const words = new Map<string, Setting>()
  const signs = new Map<string, Setting>()
  const kept = (from: Map<string, Setting>, text: string, set: () => Setting): Setting => {
    const known = from.get(text)
    if (known !== undefined) return known
    const setting = set()
    if (from.size >= keptMax) from.clear()
    from.set(text, setting)
    return setting
  }
  const bySign = (text: string): Setting => {
    const whole: Setting = { glyphs: [], positions: [], advanceWidth: 0 }
    for (const sign of signsIn(text)) {
      const one = kept(signs, sign, () => face.layoutRun(sign, literal))
      whole.glyphs.push(...one.glyphs)
      whole.positions.push(...one.positions)
      whole.advanceWidth += one.advanceWidth
    }
    return whole
  }
  face.layoutCached = (text) =>
    /\d/.test(text) || text.length > longWord
      ? bySign(text)
      : kept(words, text, () => face.layoutRun(text, literal))
}
