// Who receives no advertising, why, and what to do next: ask where it is lawful, prove, delete.
import { Alert, Anchor, List, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { QuarantineGroup } from '../../../intake/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { DeleteQuarantined } from './delete-quarantined.tsx'
import { ProveQuarantined } from './prove-quarantined.tsx'
import { useListNames, useOpenForms, useQuarantine } from './quarantine-queries.ts'

function OpenForms() {
  const { words } = useLanguage()
  const w = words.quarantine
  const forms = useOpenForms().data ?? []
  if (forms.length === 0) {
    return (
      <Anchor size="sm" href={paths.forms}>
        {w.noForms}
      </Anchor>
    )
  }
  return (
    <List size="sm" aria-label={w.forms}>
      {forms.map(({ id, name, url }) => (
        <List.Item key={id}>
          {name}: <Anchor href={url}>{url}</Anchor>
        </List.Item>
      ))}
    </List>
  )
}

function Group(props: {
  group: QuarantineGroup
  listId: string | null
  tell: (sentence: string) => void
}) {
  const { language, words } = useLanguage()
  const w = words.quarantine
  const { group, listId, tell } = props
  return (
    <Paper withBorder p="lg" component="section" aria-label={group.sentence}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {group.sentence}
        </Title>
        <Text fw={600}>{fill(w.people, { count: count(language, group.contacts) })}</Text>
        {group.next.map(({ step, isPossible, sentence }) => (
          <Stack key={step} gap={4} align="flex-start">
            <Title order={3} size="h5">
              {w.steps[step]}
            </Title>
            <Text size="sm" className="accord-measure">
              {sentence}
            </Text>
            {isPossible && step === 'ask' ? <OpenForms /> : null}
            {isPossible && step === 'prove' ? (
              <ProveQuarantined group={group} listId={listId} tell={tell} />
            ) : null}
            {step === 'delete' ? (
              <DeleteQuarantined group={group} listId={listId} tell={tell} />
            ) : null}
          </Stack>
        ))}
      </Stack>
    </Paper>
  )
}

export function QuarantineScreen() {
  const { words } = useLanguage()
  const w = words.quarantine
  const [asked] = useSearchParams()
  const [listId, setListId] = useState(asked.get('list'))
  // Of a group that is done nothing is left to say it.
  const [told, setTold] = useState('')
  const quarantine = useQuarantine(listId)
  const lists = useListNames().data ?? []
  return (
    <Page title={w.title} lead={w.lead}>
      <Select
        className="accord-measure"
        label={w.list}
        allowDeselect={false}
        value={listId ?? ''}
        data={[
          { value: '', label: w.allLists },
          ...lists.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => setListId(value || null)}
      />
      {told === '' ? null : <Alert role="status">{told}</Alert>}
      <Answer query={quarantine}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={w.empty} text={w.emptyText} />
          ) : (
            <Stack>
              {items.map((group) => (
                <Group
                  key={`${listId} ${group.reason}`}
                  group={group}
                  listId={listId}
                  tell={setTold}
                />
              ))}
            </Stack>
          )
        }
      </Answer>
    </Page>
  )
}
