// One processing of the register: what it says, folded, and what a user completes.
import { Anchor, Group, List, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { Link } from 'react-router'
import type { ImpactListed } from '../../../accountability/contract.ts'
import type { RegisterLine, RegisterPart, RegisterRecord } from '../../../disclosure/contract.ts'
import { colon, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { paths } from '../../paths.ts'
import { Folded } from '../../ui/folded.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { registerWords } from '../../words/compliance/register.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { assessedParam } from '../impact/queries.ts'
import { DeclareForm } from './declare-form.tsx'
import { FieldLine, OriginBadge } from './origin.tsx'

function Lines({ lines }: { lines: readonly RegisterLine[] }) {
  const { words } = useLanguage()
  const w = own(words, registerWords)
  return (
    <StackedTable minWidth={720} spacing="sm" columns={[w.category, w.description, w.retention]}>
      {lines.map(({ line, label, description, retention, isHeld }) => (
        <StackedRow key={line}>
          <StackedCell leads>{label}</StackedCell>
          <StackedCell label={w.description} {...(isHeld ? {} : { c: 'dimmed' })}>
            {description}
          </StackedCell>
          <StackedCell label={w.retention}>{retention}</StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

function Parts({ parts }: { parts: readonly RegisterPart[] }) {
  const { language, words } = useLanguage()
  return (
    <List spacing={4} size="sm">
      {parts.map(({ type, text, origin }) => (
        <List.Item key={`${type} ${text}`}>
          {type}
          {colon(language)} {origin === 'missing' ? own(words, registerWords).missing : text}{' '}
          {origin === 'measured' ? null : <OriginBadge origin={origin} />}
        </List.Item>
      ))}
    </List>
  )
}

function Heading({ children }: { children: string }) {
  return (
    <Title order={3} size="h6">
      {children}
    </Title>
  )
}

function Details({ record }: { record: RegisterRecord }) {
  const { words } = useLanguage()
  const w = own(words, registerWords)
  const sensitive = record.sensitive.filter(({ isHeld }) => isHeld)
  return (
    <Stack>
      <Heading>{w.data}</Heading>
      <Lines lines={[...record.data, ...sensitive]} />
      {sensitive.length === 0 ? <Text size="sm">{w.noSensitive}</Text> : null}
      <Heading>{w.recipients}</Heading>
      <Parts parts={record.recipients} />
      <Heading>{w.measures}</Heading>
      <Parts parts={record.measures} />
      <Heading>{w.transfers}</Heading>
      {record.transfers.length === 0 ? (
        <Text size="sm">{w.noTransfers}</Text>
      ) : (
        <List size="sm">
          {record.transfers.map(({ recipient, country, guarantee, origin }) => (
            <List.Item key={recipient}>
              {recipient} ({country}): {origin === 'missing' ? w.missing : guarantee}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  )
}

/** Of what no use tells, the legal basis is declared; elsewhere it is measured. */
function basisOf({ legalBasis }: RegisterRecord) {
  return legalBasis.origin === 'measured' ? [] : [{ field: 'basis' as const, now: legalBasis }]
}

const meanings = { none: 'neutral', valid: 'good', reopened: 'waits' } as const

/** Whether this processing has an assessment of its own, and the way to it. */
function OwnAssessment({ impact }: { impact: ImpactListed }) {
  const { language, words } = useLanguage()
  const w = own(words, registerWords)
  const { processing, standing, current } = impact
  const search = new URLSearchParams({ [assessedParam]: processing ?? '' })
  return (
    <Group gap="xs">
      <StatusBadge meaning={meanings[standing]}>{w.assessments[standing]}</StatusBadge>
      {current === null ? null : (
        <Text size="sm">{fill(w.assessedAt, { day: dateTime(language, current.at) })}</Text>
      )}
      <Anchor component={Link} to={`${paths.impact}?${search}`} size="sm">
        {w.assessment}
      </Anchor>
    </Group>
  )
}

export function RecordCard(props: { record: RegisterRecord; impact: ImpactListed | undefined }) {
  const { record, impact } = props
  const { language, words } = useLanguage()
  const w = own(words, registerWords)
  const { name, about, legalBasis, people, createdAt, isUndeclared } = record
  const title = `${record.reference} · ${name.value}`
  const label = fill(w.completeOf, { name: name.value })
  return (
    <Section title={title}>
      {isUndeclared ? (
        <Group>
          <StatusBadge meaning="refused">{w.undeclared}</StatusBadge>
        </Group>
      ) : null}
      {impact === undefined ? null : <OwnAssessment impact={impact} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <FieldLine label={w.fields.about} field={about} />
        <FieldLine label={w.legalBasis} field={legalBasis} />
        <FieldLine label={w.fields.people} field={people} />
        {createdAt === null ? null : (
          <FieldLine
            label={w.since}
            field={{ value: dateTime(language, createdAt), origin: 'measured' }}
          />
        )}
      </SimpleGrid>
      <Folded title={w.data}>
        <Details record={record} />
      </Folded>
      <Folded title={w.complete} isOpen={isUndeclared}>
        <DeclareForm
          label={label}
          place={record.place}
          fields={[
            { field: 'name', now: name },
            { field: 'about', now: about },
            ...basisOf(record),
            { field: 'people', now: people },
            { field: 'recipients', now: record.otherRecipients },
            { field: 'recipientCountries', now: record.recipientCountries },
            { field: 'measures', now: record.otherMeasures },
          ]}
        />
      </Folded>
    </Section>
  )
}
