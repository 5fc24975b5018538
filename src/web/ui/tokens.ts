// The colours of the web app by day and by night: neutral greys, one accent, four meanings.

export type Shades = readonly [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

const grey: Shades = [
  '#fafafa',
  '#f4f4f5',
  '#e4e4e7',
  '#d4d4d8',
  '#a1a1aa',
  '#71717a',
  '#52525b',
  '#3f3f46',
  '#27272a',
  '#18181b',
]
const accent: Shades = [
  '#effcf9',
  '#d3f7f0',
  '#a7efe2',
  '#6ee0d0',
  '#35c9b8',
  '#15ad9e',
  '#0c8b81',
  '#0b6f69',
  '#0d5955',
  '#0f4a47',
]
const green: Shades = [
  '#f0fdf4',
  '#dcfce7',
  '#bbf7d0',
  '#86efac',
  '#4ade80',
  '#22c55e',
  '#16a34a',
  '#15753a',
  '#166534',
  '#14532d',
]
const amber: Shades = [
  '#fffbeb',
  '#fef3c7',
  '#fde68a',
  '#fcd34d',
  '#fbbf24',
  '#f59e0b',
  '#d97706',
  '#a14a07',
  '#853c0c',
  '#6b300c',
]
const red: Shades = [
  '#fef2f2',
  '#fee2e2',
  '#fecaca',
  '#fca5a5',
  '#f87171',
  '#ef4444',
  '#dc2626',
  '#b91c1c',
  '#991b1b',
  '#7f1d1d',
]
const blue: Shades = [
  '#eff6ff',
  '#dbeafe',
  '#bfdbfe',
  '#93c5fd',
  '#60a5fa',
  '#3b82f6',
  '#2563eb',
  '#1d4ed8',
  '#1e40af',
  '#1e3a8a',
]

/** By the component library's names; a name of a colour that is not ours is the nearest of ours. */
export const colours: Readonly<Record<string, Shades>> = {
  teal: accent,
  gray: grey,
  green,
  lime: green,
  yellow: amber,
  orange: amber,
  red,
  pink: red,
  blue,
  cyan: blue,
  indigo: blue,
  violet: amber,
  grape: amber,
  // The library takes the greys of its night from here: text first,
  // the body before the last two.
  dark: [
    '#ececee',
    '#d4d4d8',
    '#b0b0b8',
    '#92929c',
    '#3a3a41',
    '#2b2b31',
    '#222226',
    '#19191c',
    '#131316',
    '#0c0c0e',
  ],
}

/**
 * Which of the ten fills a button: dark under white words by day, pale under dark words by night.
 */
export const shade = { light: 7, dark: 3 } as const

export type Scheme = keyof typeof shade

/** `share` of `over`, on `under`; all as #rrggbb. */
export function mixed(over: string, under: string, share: number): string {
  const parts = [1, 3, 5].map((from) => {
    const [a, b] = [over, under].map((hex) => Number.parseInt(hex.slice(from, from + 2), 16))
    return Math.round((a ?? 0) * share + (b ?? 0) * (1 - share))
  })
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** What everything stands on and is written with. */
export const surfaces: Record<Scheme, Record<Surface, string>> = {
  light: {
    body: '#ffffff',
    text: '#18181b',
    dimmed: '#5b5b64',
    placeholder: '#6b6b75',
    field: '#ffffff',
    hover: '#f4f4f5',
    sunken: '#fafafa',
    border: '#e0e0e4',
    control: '#85858f',
    error: '#b91c1c',
    success: '#15753a',
    anchor: '#0b6f69',
    focus: '#0b6f69',
  },
  dark: {
    body: '#19191c',
    text: '#ececee',
    dimmed: '#b0b0b8',
    placeholder: '#a0a0aa',
    field: '#222226',
    hover: '#2b2b31',
    sunken: '#131316',
    border: '#3a3a41',
    control: '#82828d',
    error: '#fca5a5',
    success: '#86efac',
    anchor: '#6ee0d0',
    focus: '#6ee0d0',
  },
}
export type Surface =
  | 'body'
  | 'text'
  | 'dimmed'
  | 'placeholder'
  | 'field'
  | 'hover'
  | 'sunken'
  | 'border'
  | 'control'
  | 'error'
  | 'success'
  | 'anchor'
  | 'focus'

export type Tints = {
  filled: string
  filledHover: string
  /** What is written on the two above. */
  contrast: string
  light: string
  lightHover: string
  /** What is written on the two above, and on the body. */
  lightColor: string
  outline: string
  outlineHover: string
  text: string
}

/** A colour as buttons, badges and alerts wear it. */
export function tintsOf(scheme: Scheme, name: string): Tints {
  const of = (index: number) => colours[name]?.[index] ?? surfaces[scheme].text
  const { body } = surfaces[scheme]
  return scheme === 'light'
    ? {
        filled: of(7),
        filledHover: of(8),
        contrast: '#ffffff',
        light: of(0) === surfaces.light.sunken ? of(1) : of(0),
        lightHover: of(1) === surfaces.light.hover ? of(2) : of(1),
        lightColor: of(8),
        outline: of(7),
        outlineHover: of(0),
        text: of(7),
      }
    : {
        filled: of(3),
        filledHover: of(2),
        contrast: '#18181b',
        light: mixed(of(3), body, 0.14),
        lightHover: mixed(of(3), body, 0.22),
        lightColor: of(2),
        outline: of(3),
        outlineHover: mixed(of(3), body, 0.08),
        text: of(3),
      }
}

/** Of what a person must see the meaning of: each with an icon and a word, never colour alone. */
export const meanings = {
  good: 'green',
  waits: 'yellow',
  refused: 'red',
  information: 'blue',
  neutral: 'gray',
} as const
export type Meaning = keyof typeof meanings
