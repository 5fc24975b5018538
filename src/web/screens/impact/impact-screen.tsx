// The impact assessment of the account, as controller.
import { useSession } from '../../data/session.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { Assessment, Sheets } from './assessment.tsx'
import { useImpactWords } from './use-impact-words.ts'

export function ImpactScreen() {
  const { may } = useSession()
  const w = useImpactWords()
  if (!may('registers.manage')) {
    return (
      <Page title={w.title}>
        <NotAllowed right="registers.manage" />
      </Page>
    )
  }
  return (
    <Page title={w.title} lead={w.lead} actions={<Sheets whose="account" />}>
      <Assessment whose="account" />
    </Page>
  )
}
