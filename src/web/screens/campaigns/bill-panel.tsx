// What a text costs: an estimate at once, then the exact figure for every recipient,
// with its progress.
import { Anchor, Button, Group, List, Progress, Stack, Text } from '@mantine/core'
import type { BillView } from '../../../campaigns/contract.ts'
import type { ListView } from '../../../contacts/contract.ts'
import { call } from '../../data/client.ts'
import { count, dateTime, euros } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import type { Draft, Written } from './draft.ts'
import type { LeftOutAsked } from './left-out-people.tsx'
import { LeftOutReasons } from './left-out-table.tsx'
import { usePrices } from './queries.ts'
import { useCountedText } from './use-counted-text.ts'

type Bill = NonNullable<BillView['bill']>

function Estimate(props: { draft: Draft; list: ListView | null }) {
  const { language, words } = useLanguage()
  const w = words.compose
  const { draft, list } = props
  const { plan } = useCountedText(draft.text, draft.class)
  const prices = usePrices().data?.items ?? []
  const price =
    prices.find(({ country }) => country === 'FR') ?? prices.find(({ country }) => country === '*')
  if (list === null || draft.text.trim() === '') return <Text size="sm">{w.estimateLacks}</Text>
  const people = draft.class === 'marketing' ? list.openToMarketing : list.members
  const segments = people * plan.segments
  return (
    <Text size="sm" role="status">
      {fill(w.estimate, {
        segments: count(language, segments),
        cost: price === undefined ? '–' : euros(language, segments * price.microEur),
        people: count(language, people),
      })}
    </Text>
  )
}

function Counting(props: { view: BillView }) {
  const { language, words } = useLanguage()
  const { done, people } = props.view
  const label = fill(words.compose.counting, {
    done: count(language, done),
    people: people === 0 ? '…' : count(language, people),
  })
  return (
    <Stack gap={4}>
      <Text size="sm">{label}</Text>
      <Progress value={people === 0 ? 0 : (done / people) * 100} aria-label={label} />
    </Stack>
  )
}

function WhyDearer(props: { bill: Bill; showUnicode(): void }) {
  const { language, words } = useLanguage()
  const w = words.compose
  const { bill } = props
  const ofText = bill.ucs2Because.filter(({ fromTheText }) => fromTheText)
  if (bill.encodings.ucs2 === 0) return null
  if (ofText.length > 0) {
    const characters = ofText.map(({ character }) => character).join(' ')
    return (
      <Text size="sm" fw={600}>
        {fill(w.unicodeText, { characters })}
      </Text>
    )
  }
  return (
    <Text size="sm">
      {fill(w.unicodeNames, {
        names: count(language, bill.namesInUcs2),
        messages: count(language, bill.encodings.ucs2),
      })}{' '}
      <Anchor component="button" type="button" size="sm" onClick={props.showUnicode}>
        {w.seeThem}
      </Anchor>
    </Text>
  )
}

const leftOutOf = (written: Written): LeftOutAsked => ({
  key: written,
  ask: (page) => call('POST /v1/campaign-left-out', { body: { ...written, ...page } }),
})

function Exact(props: { bill: Bill; written: Written | null; showUnicode(): void; again(): void }) {
  const { language, words } = useLanguage()
  const w = words.compose
  const { bill, written } = props
  const left = bill.leftOut.reduce((sum, { people }) => sum + people, 0)
  return (
    <Stack gap="xs">
      <Text fw={650} role="status" aria-label={w.exactLabel}>
        {fill(w.exactFor, {
          segments: count(language, bill.segments),
          receive: count(language, bill.receive),
          cost: euros(language, bill.costMicroEur),
        })}
      </Text>
      {bill.segmentCounts.length > 1 ? (
        <List size="sm">
          {bill.segmentCounts.map(({ segments, messages }) => (
            <List.Item key={segments}>
              {fill(w.perPart, { segments, messages: count(language, messages) })}
            </List.Item>
          ))}
        </List>
      ) : null}
      {left > 0 ? (
        <details>
          <summary>
            <Text span size="sm">
              {fill(w.leftOut, { people: count(language, left) })}
            </Text>
          </summary>
          <LeftOutReasons
            label={words.campaigns.leftOutWhy}
            items={bill.leftOut}
            {...(written === null ? {} : { opens: { asked: leftOutOf(written) } })}
          />
        </details>
      ) : null}
      <WhyDearer bill={bill} showUnicode={props.showUnicode} />
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {fill(w.countedAt, { when: dateTime(language, bill.madeAt) })}
        </Text>
        <Button size="compact-xs" variant="subtle" onClick={props.again}>
          {w.countAgain}
        </Button>
      </Group>
    </Stack>
  )
}

export function BillPanel(props: {
  draft: Draft
  list: ListView | null
  /** Null while too little is written to be counted. */
  view: BillView | null
  /** What the view is of. */
  written: Written | null
  error: unknown
  isComplete: boolean
  showUnicode(): void
  again(): void
}) {
  const { words } = useLanguage()
  const w = words.compose
  const { draft, list, view, error } = props
  if (view?.bill) {
    return (
      <Section title={w.bill}>
        <Exact
          bill={view.bill}
          written={props.written}
          showUnicode={props.showUnicode}
          again={props.again}
        />
      </Section>
    )
  }
  return (
    <Section title={w.bill}>
      <Estimate draft={draft} list={list} />
      {error ? <Failed error={error} /> : null}
      {view?.state === 'counting' ? <Counting view={view} /> : null}
      {view?.state === 'too_varied' ? <Text size="sm">{w.tooVaried}</Text> : null}
      {props.isComplete ? null : (
        <Text size="sm" c="dimmed">
          {w.fieldsLack}
        </Text>
      )}
    </Section>
  )
}
