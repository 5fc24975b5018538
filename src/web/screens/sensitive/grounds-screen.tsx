// The grounds on which sensitive columns may go in: recorded, approved by another, ended.
import { Stack } from '@mantine/core'
import { useLanguage } from '../../data/language.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { GroundCard } from './ground-card.tsx'
import { GroundForm } from './ground-form.tsx'
import { useGrounds } from './queries.ts'

export function SensitiveGroundsScreen() {
  const { words } = useLanguage()
  const w = words.sensitive
  const grounds = useGrounds()
  return (
    <Page title={w.title} lead={w.lead}>
      <Answer query={grounds}>
        {({ items, ...known }) => (
          <Stack>
            {items.length === 0 ? <Empty title={w.empty} text={w.emptyText} /> : null}
            {items.map((ground) => (
              <GroundCard key={ground.id} ground={ground} />
            ))}
            <GroundForm known={known} />
          </Stack>
        )}
      </Answer>
    </Page>
  )
}
