// Everything of the account as one archive in clear, once it is said what it is for.
import { download } from '../../data/client.ts'
import { keepFile } from '../../data/keep-file.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { TakeFile } from '../../ui/take-file.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { deletionWords } from '../../words/compliance/deletion.ts'
import { own } from '../../words/own.ts'

export function TakeAccount() {
  const { words } = useLanguage()
  const w = own(words, deletionWords)
  const state = useAllowed('account.manage', false)
  const take = async (reason: string) =>
    keepFile(await download('POST /v1/account/export', { body: { reason } }))
  return (
    <Section narrow title={w.exportTitle} lead={w.exportText}>
      <TakeFile label={w.exportDo} what={w.exportWhat} state={state} take={take} />
    </Section>
  )
}
