// The list of wordings.
import { Anchor, Button } from '@mantine/core'
import { Link } from 'react-router'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { useWordings } from './queries.ts'
import { WordingBadge } from './wording-badge.tsx'

export function WordingsScreen() {
  const { words } = useLanguage()
  const w = words.wordings
  const wordings = useWordings()
  const create = (
    <Button component={Link} to={paths.newWording}>
      {w.create}
    </Button>
  )
  return (
    <Page title={w.title} lead={w.lead} actions={create}>
      <Answer query={wordings}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={w.empty} text={w.emptyText} />
          ) : (
            <StackedTable
              minWidth={480}
              spacing="sm"
              columns={[words.campaigns.name, w.channels, words.imports.state]}
            >
              {items.map((wording) => (
                <StackedRow key={wording.id}>
                  <StackedCell leads>
                    <Anchor component={Link} to={paths.wording(wording.id)}>
                      {wording.name}
                    </Anchor>{' '}
                    · {fill(w.version, { version: wording.version })}
                  </StackedCell>
                  <StackedCell label={w.channels}>
                    {wording.channels.map((channel) => w.channel[channel]).join(', ')}
                  </StackedCell>
                  <StackedCell leads>
                    <WordingBadge state={wording.state} />
                  </StackedCell>
                </StackedRow>
              ))}
            </StackedTable>
          )
        }
      </Answer>
    </Page>
  )
}
