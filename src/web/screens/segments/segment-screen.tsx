// A segment is made or changed: its name, its rules in plain words, and beside them who fits.
import { Button, Grid, Paper, Select, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import {
  campaignOps,
  type SegmentRules,
  type SegmentView,
  segmentMatches,
  segmentRulesMax,
} from '../../../contacts/contract.ts'
import { ApiProblem } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Empty, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { useCustomFields } from '../contacts/custom-field-queries.ts'
import { FindByName } from '../contacts/find-by-name.tsx'
import { FittingPanel } from './fitting-panel.tsx'
import { useSegment, useSegmentMoves, useSentCampaigns } from './queries.ts'
import { draftOfRule, type RuleDraft, ruleOf } from './rule-draft.ts'
import { RuleRow } from './rule-row.tsx'

type Match = SegmentRules['match']
type Written = { name: string; match: Match; rules: readonly RuleDraft[] }

const first = (id: number): RuleDraft => ({ id, field: 'list', op: 'is', value: '' })
const emptyOne: Written = { name: '', match: 'all', rules: [first(0)] }
/** The page of a campaign leads here, with what became of it for somebody. */
const startOf = (campaign: string | null, became: string | null): Written => {
  const op = campaignOps.find((one) => one === became)
  if (campaign === null || op === undefined) return emptyOne
  return { ...emptyOne, rules: [{ id: 0, field: 'campaign', op, value: campaign }] }
}
const writtenOf = ({ name, match, rules }: SegmentView): Written => ({
  ...{ name, match },
  rules: rules.map((rule, place) => draftOfRule(rule, place)),
})

/** Null: one of them is not complete. */
function rulesOf({ match, rules }: Written): SegmentRules | null {
  const complete = rules.map(ruleOf)
  const known = complete.filter((rule) => rule !== null)
  return known.length < complete.length ? null : { match, rules: known }
}

function Rules(props: { written: Written; change(part: Partial<Written>): void }) {
  const { words } = useLanguage()
  const w = words.segments
  const { written, change } = props
  const { rules } = written
  const campaigns = useSentCampaigns()
  const fields = (useCustomFields().data ?? []).filter(({ isArchived }) => !isArchived)
  const next = Math.max(...rules.map(({ id }) => id)) + 1
  const isFull = rules.length >= segmentRulesMax
  return (
    <Stack>
      <Select
        label={w.match}
        allowDeselect={false}
        className="accord-measure"
        value={written.match}
        data={segmentMatches.map((value) => ({ value, label: w.matches[value] }))}
        onChange={(value) => change({ match: (value ?? 'all') as Match })}
      />
      {rules.map((rule, place) => (
        <RuleRow
          key={rule.id}
          rule={rule}
          number={place + 1}
          campaigns={campaigns}
          fields={fields}
          change={(changed) =>
            change({ rules: rules.map((one) => (one.id === rule.id ? changed : one)) })
          }
          remove={
            rules.length === 1
              ? null
              : () => change({ rules: rules.filter((one) => one.id !== rule.id) })
          }
        />
      ))}
      <ActionButton
        variant="default"
        size="xs"
        label={w.add}
        state={isFull ? { kind: 'refused', reason: w.tooMany } : { kind: 'ready' }}
        onPress={() => change({ rules: [...rules, first(next)] })}
      />
    </Stack>
  )
}

function Builder(props: { id: string | null; start: Written }) {
  const { words } = useLanguage()
  const w = words.segments
  const { id } = props
  const go = useNavigate()
  const [written, setWritten] = useState(props.start)
  const { make, change } = useSegmentMoves()
  const doing = id === null ? make : change
  const rules = rulesOf(written)
  const name = written.name.trim()
  const lacking = name === '' ? w.nameIncomplete : rules === null ? w.ruleIncomplete : null
  const state = useAllowed('contacts.write', doing.isPending, lacking)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (state.kind !== 'ready' || rules === null) return
    const done = { onSuccess: () => go(paths.segments) }
    if (id === null) make.mutate({ name, ...rules }, done)
    else change.mutate({ id, body: { name, ...rules } }, done)
  }
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Paper withBorder p="lg">
          <form onSubmit={submit} aria-label={w.rules}>
            <Stack>
              <TextInput
                className="accord-measure"
                label={w.name}
                maxLength={120}
                value={written.name}
                onChange={(event) => setWritten({ ...written, name: event.currentTarget.value })}
              />
              <Rules
                written={written}
                change={(part) => setWritten((before) => ({ ...before, ...part }))}
              />
              {doing.error ? <Failed error={doing.error} /> : null}
              <ActionButton submit label={w.save} state={state} />
            </Stack>
          </form>
        </Paper>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <FittingPanel rules={rules} />
      </Grid.Col>
    </Grid>
  )
}

function Remove(props: { id: string }) {
  const { words } = useLanguage()
  const w = words.segments
  const go = useNavigate()
  const { remove } = useSegmentMoves()
  const state = useAllowed('contacts.write', remove.isPending)
  return (
    <Section title={w.remove} narrow>
      <Text size="sm">{w.removeWhat}</Text>
      {remove.error ? <Failed error={remove.error} /> : null}
      <AskTwice
        label={w.remove}
        sure={w.removeSure}
        keep={w.keep}
        state={state}
        onSure={() => remove.mutate(props.id, { onSuccess: () => go(paths.segments) })}
      />
    </Section>
  )
}

function KnownSegment(props: { id: string }) {
  const { words } = useLanguage()
  const w = words.segments
  const segment = useSegment(props.id)
  const { error } = segment
  if (segment.data === undefined && error instanceof ApiProblem && error.status === 404) {
    return (
      <Page title={w.title}>
        <Empty title={w.notFound} text={w.notFoundText} />
      </Page>
    )
  }
  return (
    <Answer query={segment} title={w.title}>
      {(data) => (
        <Page
          title={data.name}
          lead={w.lead}
          actions={
            <Button component={Link} to={paths.contactsOfSegment(data.id)} variant="default">
              {w.show}
            </Button>
          }
        >
          <Builder id={data.id} start={writtenOf(data)} />
          <Section title={w.names.ofSegment}>
            <FindByName within={{ segmentId: data.id }} />
          </Section>
          <Remove id={data.id} />
        </Page>
      )}
    </Answer>
  )
}

export function SegmentScreen() {
  const { words } = useLanguage()
  const { id } = useParams()
  const [address] = useSearchParams()
  if (id !== undefined) return <KnownSegment id={id} />
  return (
    <Page title={words.segments.newTitle} lead={words.segments.lead}>
      <Builder id={null} start={startOf(address.get('campaign'), address.get('became'))} />
    </Page>
  )
}
