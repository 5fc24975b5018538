// Where people find an open form: its address, and the line for a site of one's own.
import { Anchor, Stack } from '@mantine/core'
import type { FormView } from '../../../preferences/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { CopiedCode } from '../../ui/copied-code.tsx'
import { formsWords } from '../../words/consent/forms.ts'
import { own } from '../../words/own.ts'

export function FormAddresses({ form }: { form: FormView }) {
  const { words } = useLanguage()
  const w = own(words, formsWords)
  if (form.state !== 'open') return null
  return (
    <Stack gap="sm">
      <CopiedCode label={w.address} code={form.url} />
      <Anchor size="sm" href={form.url}>
        {w.visit}
      </Anchor>
      <CopiedCode label={w.embed} code={form.embed} />
    </Stack>
  )
}
