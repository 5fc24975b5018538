// Whatever is written can be read: each pair of colours by day and by night (WCAG 2.2, 1.4.3,
// 1.4.11).
import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core'
import { describe, expect, test } from 'vitest'
import { cssVariables, theme } from './theme.ts'
import { colours, type Scheme, surfaces, tintsOf } from './tokens.ts'

/** The relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  expect(hex).toMatch(/^#[0-9a-f]{6}$/)
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const below = (least: number, pairs: Record<string, [string, string]>) =>
  Object.entries(pairs)
    .map(([name, [one, other]]) => [name, Math.round(contrast(one, other) * 100) / 100] as const)
    .filter(([, found]) => found < least)

test('contrast is measured as WCAG measures it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

describe.each(['light', 'dark'] as const)('%s', (scheme: Scheme) => {
  const g = surfaces[scheme]

  test('words on every surface', () => {
    const pairs: Record<string, [string, string]> = {}
    for (const words of ['text', 'dimmed', 'error', 'success', 'anchor'] as const) {
      for (const fixture of ['body', 'field', 'hover', 'sunken'] as const) {
        pairs[`${words} on ${fixture}`] = [g[words], g[fixture]]
      }
    }
    pairs['placeholder in a field'] = [g.placeholder, g.field]
    expect(below(4.5, pairs)).toEqual([])
  })

  test('the edge of a field, and of what has the focus', () => {
    const pairs: Record<string, [string, string]> = {
      'field on body': [g.control, g.body],
      'field in itself': [g.control, g.field],
      'focus on body': [g.focus, g.body],
      'focus on sunken': [g.focus, g.sunken],
    }
    expect(below(3, pairs)).toEqual([])
  })

  test.each(Object.keys(colours).filter((name) => name !== 'dark'))('all that is %s', (name) => {
    const t = tintsOf(scheme, name)
    expect(
      below(4.5, {
        'words on a filled button': [t.contrast, t.filled],
        'words on it under the pointer': [t.contrast, t.filledHover],
        'words of a badge': [t.lightColor, t.light],
        'words of it under the pointer': [t.lightColor, t.lightHover],
        'words of a button without a fill': [t.lightColor, g.body],
        'words of it on a row under the pointer': [t.lightColor, g.hover],
        'outlined words': [t.outline, g.body],
        'outlined words under the pointer': [t.outline, t.outlineHover],
        'coloured text': [t.text, g.body],
        'text in an alert': [g.text, t.light],
        'dimmed text in an alert': [g.dimmed, t.light],
        'a link in an alert': [g.anchor, t.light],
      }),
    ).toEqual([])
  })

  test('the component library is given these colours and no other', () => {
    const given = cssVariables(mergeMantineTheme(DEFAULT_THEME, theme))[scheme]
    for (const name of Object.keys(colours)) {
      const t = tintsOf(scheme, name)
      expect(given[`--mantine-color-${name}-light-color`]).toBe(t.lightColor)
      expect(given[`--mantine-color-${name}-filled`]).toBe(t.filled)
      expect(given[`--mantine-color-${name}-contrast`]).toBe(t.contrast)
    }
    expect(given['--mantine-color-body']).toBe(g.body)
    expect(given['--mantine-color-dimmed']).toBe(g.dimmed)
    expect(given['--accord-control-border']).toBe(g.control)
    expect(theme.primaryShade).toEqual({ light: 7, dark: 3 })
  })
})
