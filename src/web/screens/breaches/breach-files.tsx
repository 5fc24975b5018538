// The register of breaches as files.
import { Anchor } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'
import type { Whose } from '../../data/whose.ts'
import { sheetAddress } from './queries.ts'
import { useBreachWords } from './use-breach-words.ts'

export function BreachFiles({ whose }: { whose: Whose }) {
  const { language } = useLanguage()
  const w = useBreachWords().files
  return (
    <>
      {(['ods', 'csv', 'pdf', 'html'] as const).map((form) => (
        <Anchor key={form} href={sheetAddress(whose, form, language)} download>
          {w[form]}
        </Anchor>
      ))}
    </>
  )
}
