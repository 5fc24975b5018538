// The training of the account's users.
import { useSession } from '../../data/session.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { useTrainingWords } from './queries.ts'
import { Training } from './training-parts.tsx'

export function TrainingScreen() {
  const { may } = useSession()
  const w = useTrainingWords()
  if (!may('registers.manage')) {
    return (
      <Page title={w.title}>
        <NotAllowed right="registers.manage" />
      </Page>
    )
  }
  return (
    <Page title={w.title} lead={w.lead}>
      <Training whose="account" />
    </Page>
  )
}
