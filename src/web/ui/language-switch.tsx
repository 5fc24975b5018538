// The switch between the two languages of these screens.
import { SegmentedControl } from '@mantine/core'
import { type Language, useLanguage } from '../data/language.tsx'

export function LanguageSwitch() {
  const { language, words, choose } = useLanguage()
  return (
    <SegmentedControl
      size="xs"
      aria-label={words.languageSwitch}
      value={language}
      onChange={(value) => choose(value as Language)}
      data={[
        { value: 'fr', label: 'FR' },
        { value: 'en', label: 'EN' },
      ]}
    />
  )
}
