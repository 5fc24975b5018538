// The public notice of the account: what is missing, its text as people read it, its versions.
import { Stack } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import { Current, Lacks, Preview, Versions } from './notice-parts.tsx'
import { useNotice } from './queries.ts'

export function NoticeScreen() {
  const { words } = useLanguage()
  const w = words.publicNotice
  return (
    <Page title={w.title} lead={w.lead}>
      <Answer query={useNotice('account')}>
        {(notice) => (
          <Stack gap="lg">
            <Current notice={notice} />
            <Lacks notice={notice} />
            <Preview notice={notice} />
            <Versions whose="account" />
          </Stack>
        )}
      </Answer>
    </Page>
  )
}
