// Replies in a table, masked, with what was understood; each leads to its person.
import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import type { InboundView } from '../../../sending/contract.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { own } from '../../words/own.ts'
import { resultsWords } from '../../words/results.ts'

export function ReplyTable({ items }: { items: readonly InboundView[] }) {
  const { language, words } = useLanguage()
  const w = own(words, resultsWords)
  return (
    <StackedTable minWidth={520} columns={[w.from, words.replies.kind, w.received]}>
      {items.map(({ id, from, contactId, kind, receivedAt }) => (
        <StackedRow key={id}>
          <StackedCell leads className="accord-figures">
            {contactId === null ? (
              from
            ) : (
              <Anchor component={Link} to={paths.contact(contactId)}>
                {from}
              </Anchor>
            )}
          </StackedCell>
          <StackedCell label={words.replies.kind}>{words.replies.kinds[kind]}</StackedCell>
          <StackedCell label={w.received}>{dateTime(language, receivedAt)}</StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}
