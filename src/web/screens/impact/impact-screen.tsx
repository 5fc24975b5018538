// The impact assessment of the account, as controller.

import { Select, Stack } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useSession } from '../../data/session.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'
import { StaffPage } from '../installation/staff-page.tsx'
import { Assessment, Sheets } from './assessment.tsx'
import { AssessedContext, assessedParam, useImpactList } from './queries.ts'
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
  return <OwnImpact />
}

/** Which assessment stands in the address, so that the register can lead to one. */
function OwnImpact() {
  const w = useImpactWords()
  const [search, setSearch] = useSearchParams()
  const processing = search.get(assessedParam)
  const choose = (value: string | null) =>
    setSearch(value === null || value === '' ? {} : { [assessedParam]: value })
  return (
    <AssessedContext value={processing}>
      <Page title={w.title} lead={w.lead} actions={<Sheets whose="account" />}>
        <Stack gap="lg">
          <Answer query={useImpactList()}>
            {({ items }) => (
              <Select
                label={w.assessed}
                description={w.assessedHelp}
                value={processing ?? ''}
                data={items.map(({ processing: value, name, standing, hasEnded }) => ({
                  value: value ?? '',
                  label: `${name ?? w.allProcessing} (${hasEnded ? w.ended : w.standing[standing]})`,
                }))}
                allowDeselect={false}
                onChange={choose}
              />
            )}
          </Answer>
          <Assessment key={processing ?? ''} whose="account" />
        </Stack>
      </Page>
    </AssessedContext>
  )
}

export function OperatorImpactScreen() {
  const w = useImpactWords()
  return (
    <StaffPage
      title={w.operatorTitle}
      lead={w.operatorLead}
      actions={<Sheets whose="installation" />}
    >
      <Assessment whose="installation" />
    </StaffPage>
  )
}
