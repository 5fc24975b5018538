// The theme of the web app.
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'
import { IconInfoCircle, IconUpload } from '@tabler/icons-react'
import { createElement } from 'react'
import { colours, type Scheme, shade, surfaces, tintsOf } from './tokens.ts'

/** Sizes in rem of 16 pixels, so that a reader who asks for larger letters gets them. */
const rem = (pixels: number) => `${pixels / 16}rem`

/**
 * What is written on a filled surface is dark by night; the library decides it once, by day.
 */
const variantColorResolver: VariantColorsResolver = (input) => {
  const given = defaultVariantColorsResolver(input)
  const name = input.color ?? input.theme.primaryColor
  return input.variant === 'filled' && name in colours
    ? { ...given, color: `var(--mantine-color-${name}-contrast)` }
    : given
}
const onAccent = { defaultProps: { iconColor: 'var(--mantine-primary-color-contrast)' } }

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: shade,
  variantColorResolver,
  white: surfaces.light.body,
  black: surfaces.light.text,
  colors: colours as Record<string, MantineColorsTuple>,
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'md',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '16px' },
  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(32) },
  fontFamily:
    '"Inter Variable", ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace:
    'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: rem(12), sm: rem(14), md: rem(14), lg: rem(16), xl: rem(22) },
  lineHeights: { xs: '1.3333', sm: '1.4286', md: '1.4286', lg: '1.5', xl: '1.2727' },
  headings: {
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: rem(22), lineHeight: '1.2727' },
      h2: { fontSize: rem(22), lineHeight: '1.2727' },
      h3: { fontSize: rem(18), lineHeight: '1.3333' },
      h4: { fontSize: rem(16), lineHeight: '1.5' },
      h5: { fontSize: rem(14), lineHeight: '1.4286' },
      h6: { fontSize: rem(13), lineHeight: '1.5385' },
    },
  },
  // By name, so that a component is not loaded before a screen uses it.
  components: {
    Alert: {
      defaultProps: { icon: createElement(IconInfoCircle, { size: 20, 'aria-hidden': true }) },
    },
    Anchor: { defaultProps: { underline: 'always' } },
    Badge: { defaultProps: { tt: 'none', fw: 500, radius: 'sm', variant: 'light' } },
    // The library's cite is under the contrast that WCAG 2.2 asks for.
    Blockquote: { styles: { cite: { opacity: 1, color: 'var(--mantine-color-dimmed)' } } },
    Button: { defaultProps: { fw: 500 } },
    Checkbox: onAccent,
    FileInput: {
      defaultProps: { leftSection: createElement(IconUpload, { size: 16, 'aria-hidden': true }) },
    },
    Radio: onAccent,
    Table: { defaultProps: { fz: rem(13), lh: rem(20), horizontalSpacing: 'sm' } },
  },
})

function variablesOf(scheme: Scheme): Record<string, string> {
  const g = surfaces[scheme]
  const variables: Record<string, string> = {
    '--mantine-color-body': g.body,
    '--mantine-color-text': g.text,
    '--mantine-color-bright': g.text,
    '--mantine-color-dimmed': g.dimmed,
    '--mantine-color-placeholder': g.placeholder,
    '--mantine-color-error': g.error,
    '--mantine-color-success': g.success,
    '--mantine-color-anchor': g.anchor,
    '--mantine-color-default': g.field,
    '--mantine-color-default-hover': g.hover,
    '--mantine-color-default-color': g.text,
    '--mantine-color-default-border': g.border,
    '--mantine-primary-color-contrast': tintsOf(scheme, 'teal').contrast,
    '--accord-sunken': g.sunken,
    '--accord-control-border': g.control,
    '--accord-focus': g.focus,
  }
  for (const name of Object.keys(colours)) {
    const t = tintsOf(scheme, name)
    const of = `--mantine-color-${name}`
    variables[`${of}-filled`] = t.filled
    variables[`${of}-filled-hover`] = t.filledHover
    variables[`${of}-contrast`] = t.contrast
    variables[`${of}-light`] = t.light
    variables[`${of}-light-hover`] = t.lightHover
    variables[`${of}-light-color`] = t.lightColor
    variables[`${of}-outline`] = t.outline
    variables[`${of}-outline-hover`] = t.outlineHover
    variables[`${of}-text`] = t.text
  }
  return variables
}

/** Over the library's own, some of which are under the contrast that WCAG 2.2 asks for. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf('light'),
  dark: variablesOf('dark'),
})
