// The segments of the account: their rules as sentences, and a campaign for those who fit now.
import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { SegmentView } from '../../../contacts/contract.ts'
import { count } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Page } from '../../ui/page.tsx'
import { Answer, Empty, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { contactFilterWords } from '../../words/people/contact-filters.ts'
import { CountedAt } from '../contacts/counted-at.tsx'
import { useDescribeRules } from './describe-rules.ts'
import { isSealed, useChooseAudience, useFitting, useSegments } from './queries.ts'

type Describe = ReturnType<typeof useDescribeRules>

/** Counted when somebody asks: each count goes through all contacts. The last one stays a while. */
function Counted({ segment }: { segment: SegmentView }) {
  const { language, words } = useLanguage()
  const w = words.segments
  const [isAsked, setAsked] = useState(false)
  const { name, match, rules } = segment
  const counted = useFitting({ match, rules }, { mayCount: isAsked })
  const { fitting, isCounting, error, again } = counted
  const press = () => {
    setAsked(true)
    if (error !== null || fitting?.isWhole) again()
  }
  const isOpening = isSealed({ match, rules })
  return (
    <Stack gap={4} align="flex-start">
      {fitting === null ? null : (
        <Text size="sm" role="status">
          {w.fit} <strong className="accord-figures">{count(language, fitting.people)}</strong>
          {fitting.isWhole ? null : '…'}
        </Text>
      )}
      {fitting?.isWhole ? <CountedAt at={counted.countedAt} /> : null}
      {isCounting && fitting === null ? (
        <Text size="sm" role="status">
          {w.countingBegins}
        </Text>
      ) : null}
      {error ? <Failed error={error} retry={again} /> : null}
      {isOpening && fitting === null && !isCounting ? <Text size="sm">{w.countSealed}</Text> : null}
      {isCounting ? null : (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={fill(own(words, contactFilterWords).countNamed, { name })}
          onClick={press}
        >
          {w.countNow}
        </Button>
      )}
    </Stack>
  )
}

function SegmentItem(props: { segment: SegmentView; describe: Describe }) {
  const { words } = useLanguage()
  const w = words.segments
  const { segment } = props
  const { name } = segment
  const go = useNavigate()
  const choosing = useChooseAudience()
  const state = useAllowed('campaigns.prepare', choosing.isPending)
  const begin = () =>
    choosing.mutate(segment.id, { onSuccess: (list) => go(paths.newCampaign(list.id)) })
  return (
    <Paper withBorder p="md" component="article" aria-label={name}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} flex="1 1 260px">
          <Anchor component={Link} to={paths.segment(segment.id)} fw={600}>
            {name}
          </Anchor>
          <Text size="sm" c="dimmed" className="accord-measure">
            {props.describe(segment)}
          </Text>
          <Counted segment={segment} />
          {choosing.isPending ? (
            <Text size="sm" role="status">
              {w.choosing}
            </Text>
          ) : null}
          {choosing.error ? <Failed error={choosing.error} /> : null}
        </Stack>
        <Group gap="xs" align="flex-start">
          <Button
            size="xs"
            variant="default"
            component={Link}
            to={paths.contactsOfSegment(segment.id)}
            aria-label={fill(w.showNamed, { name })}
          >
            {w.show}
          </Button>
          <Button
            size="xs"
            variant="default"
            component={Link}
            to={paths.segment(segment.id)}
            aria-label={fill(w.editNamed, { name })}
          >
            {w.edit}
          </Button>
          <ActionButton
            size="xs"
            variant="default"
            label={w.campaign}
            state={state}
            onPress={begin}
          />
        </Group>
      </Group>
    </Paper>
  )
}

export function SegmentsScreen() {
  const { words } = useLanguage()
  const w = words.segments
  const segments = useSegments()
  const describe = useDescribeRules()
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        <Button component={Link} to={paths.newSegment}>
          {w.make}
        </Button>
      }
    >
      <Answer query={segments}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={w.none} text={w.noneText} />
          ) : (
            <Stack gap="sm">
              {items.map((segment) => (
                <SegmentItem key={segment.id} segment={segment} describe={describe} />
              ))}
            </Stack>
          )
        }
      </Answer>
    </Page>
  )
}
