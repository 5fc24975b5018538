// The theme of the web app.
import { Anchor, createTheme } from '@mantine/core'

export const theme = createTheme({
  primaryColor: 'cyan',
  primaryShade: 9,
  respectReducedMotion: true,
  components: { Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }) },
  defaultRadius: 'md',
  fontFamily:
    'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: { fontWeight: '650' },
})
