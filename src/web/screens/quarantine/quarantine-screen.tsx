// Who is to be proven, by what would prove them; else ask where it is lawful, or delete.
import { Alert, Anchor, Button, List, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { QuarantineGroup } from '../../../intake/contract.ts'
import { colon, count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty } from '../../ui/states.tsx'
import { quarantineWords } from '../../words/compliance/quarantine.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { HeldRows } from '../contacts/held/held-rows.tsx'
import { ListChooser } from '../lists/list-chooser.tsx'
import { DeleteQuarantined } from './delete-quarantined.tsx'
import { ProveQuarantined } from './prove-quarantined.tsx'
import { useOpenForms, useQuarantine } from './quarantine-queries.ts'

function OpenForms() {
  const { language, words } = useLanguage()
  const w = own(words, quarantineWords)
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
          {name}
          {colon(language)} <Anchor href={url}>{url}</Anchor>
        </List.Item>
      ))}
    </List>
  )
}

/** What would make the people of a reason reachable; else only they themselves can help. */
const fixes = ['date', 'source', 'wording', 'proof', 'person', 'declined'] as const
type Fix = (typeof fixes)[number]

const fixOfReason: Readonly<Record<string, Fix>> = {
  consent_date_unreadable: 'date',
  consent_date_in_future: 'date',
  consent_without_date: 'date',
  consent_without_source: 'source',
  consent_without_wording: 'wording',
  consent_wording_unknown: 'wording',
}

function fixOf({ reason, hasDeclined, next }: QuarantineGroup): Fix {
  if (hasDeclined) return 'declined'
  const mayProve = next.some(({ step, isPossible }) => step === 'prove' && isPossible)
  return mayProve ? (fixOfReason[reason] ?? 'proof') : 'person'
}

type GroupProps = {
  group: QuarantineGroup
  listId: string | null
  tell: (sentence: string) => void
}

function Step(props: GroupProps & { one: QuarantineGroup['next'][number] }) {
  const { words } = useLanguage()
  const { one, ...group } = props
  return (
    <Stack gap={4} align="flex-start">
      <Title order={4} size="h6">
        {own(words, quarantineWords).steps[one.step]}
      </Title>
      <Text size="sm" className="accord-measure">
        {one.sentence}
      </Text>
      {one.isPossible && one.step === 'ask' ? <OpenForms /> : null}
      {one.step === 'delete' ? <DeleteQuarantined {...group} /> : null}
    </Stack>
  )
}

function Group(props: GroupProps) {
  const { language, words } = useLanguage()
  const w = own(words, quarantineWords)
  const { group } = props
  const [isProving, setProving] = useState(false)
  const fix = fixOf(group)
  const prove = group.next.find(({ step }) => step === 'prove')
  const others = group.next.filter(({ step }) =>
    fix === 'declined' ? step === 'delete' : step !== 'prove',
  )
  return (
    <Paper withBorder p="md" component="section" aria-label={group.sentence}>
      <Stack gap="xs" align="flex-start">
        <Title order={3} size="h5">
          {group.sentence}
        </Title>
        <Text fw={600}>{fill(w.people, { count: count(language, group.contacts) })}</Text>
        {fix === 'person' || fix === 'declined' ? (
          <Text size="sm" className="accord-measure">
            {prove?.sentence}
          </Text>
        ) : (
          <Button
            size="xs"
            aria-expanded={isProving}
            variant={isProving ? 'default' : 'filled'}
            onClick={() => setProving(!isProving)}
          >
            {w.fixButtons[fix]}
          </Button>
        )}
        {isProving ? (
          <>
            <Text size="sm" className="accord-measure">
              {prove?.sentence}
            </Text>
            <ProveQuarantined {...props} />
          </>
        ) : null}
        <details>
          <summary>{fix === 'declined' ? w.deleteWay : w.otherWays}</summary>
          <Stack gap="sm" mt="xs">
            {others.map((one) => (
              <Step key={one.step} one={one} {...props} />
            ))}
          </Stack>
        </details>
      </Stack>
    </Paper>
  )
}

function Fixes(props: Omit<GroupProps, 'group'> & { groups: readonly QuarantineGroup[] }) {
  const { words } = useLanguage()
  const { groups, ...rest } = props
  return fixes.map((fix) => {
    const fitting = groups.filter((group) => fixOf(group) === fix)
    if (fitting.length === 0) return null
    return (
      <Stack key={fix} gap="sm">
        <Title order={2} size="h4">
          {own(words, quarantineWords).fixes[fix]}
        </Title>
        {fix === 'declined' ? (
          <Text size="sm" className="accord-measure">
            {own(words, quarantineWords).declinedText}
          </Text>
        ) : null}
        {fitting.map((group) => (
          <Group key={`${rest.listId} ${group.reason}`} group={group} {...rest} />
        ))}
      </Stack>
    )
  })
}

export function QuarantineScreen() {
  const { words } = useLanguage()
  const w = own(words, quarantineWords)
  const [asked] = useSearchParams()
  const [listId, setListId] = useState(asked.get('list'))
  // Of a group that is done nothing is left to say it.
  const [told, setTold] = useState('')
  const quarantine = useQuarantine(listId)
  return (
    <Page title={w.title} lead={w.lead}>
      <ListChooser
        className="accord-measure"
        label={w.list}
        value={listId ?? ''}
        first={[{ value: '', label: w.allLists }]}
        onChange={(value) => setListId(value || null)}
      />
      {told === '' ? null : <Alert role="status">{told}</Alert>}
      <HeldRows />
      <Answer query={quarantine}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={w.empty} text={w.emptyText} />
          ) : (
            <Stack>
              <Fixes groups={items} listId={listId} tell={setTold} />
            </Stack>
          )
        }
      </Answer>
    </Page>
  )
}
