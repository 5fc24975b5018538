// The register of processing of the account: what was measured, declared, and what is missing.
import { Alert, Anchor, SimpleGrid, Stack, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import {
  accountFields,
  accountPlace,
  type DeclarationView,
  type RegisterView,
} from '../../../disclosure/contract.ts'
import { addressOf, call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import { Folded } from '../../ui/folded.tsx'
import { GrowingList, useGrowingList } from '../../ui/growing-list.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { StackedCell, StackedRow, StackedTable } from '../../ui/stacked-table.tsx'
import { Answer } from '../../ui/states.tsx'
import { registerWords } from '../../words/compliance/register.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { useImpactList } from '../impact/queries.ts'
import { DeclareForm } from './declare-form.tsx'
import { FieldLine } from './origin.tsx'
import { historyKey, useRegister } from './queries.ts'
import { RecordCard } from './record-card.tsx'

function Files() {
  const { language, words } = useLanguage()
  const w = own(words, registerWords)
  const query = { language }
  return (
    <>
      <Anchor href={addressOf('GET /v1/register/sheet.ods', { query })} download>
        {w.ods}
      </Anchor>
      <Anchor href={addressOf('GET /v1/register/sheet.csv', { query })} download>
        {w.csv}
      </Anchor>
      <Anchor href={addressOf('GET /v1/register/sheet.pdf', { query })} download>
        {w.pdf}
      </Anchor>
      <Anchor href={addressOf('GET /v1/register/sheet.html', { query })} download>
        {w.print}
      </Anchor>
    </>
  )
}

function AlarmOf({ register }: { register: RegisterView }) {
  const { words } = useLanguage()
  const w = own(words, registerWords)
  const open = register.records.filter(({ isUndeclared }) => isUndeclared)
  if (open.length === 0) return null
  const names = open.map(({ name }) => name.value).join(', ')
  return (
    <Alert color="red" title={w.alarmTitle} icon={<IconAlertTriangle aria-hidden="true" />}>
      {fill(w.alarmText, { names })}
    </Alert>
  )
}

function TheAccount({ register }: { register: RegisterView }) {
  const { words } = useLanguage()
  const w = own(words, registerWords)
  const lines = ['controllers', ...accountFields, 'processor'] as const
  const isOpen = accountFields.some((field) => register[field].origin === 'missing')
  return (
    <Section title={w.account}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {lines.map((field) => (
          <FieldLine key={field} label={w.fields[field]} field={register[field]} />
        ))}
      </SimpleGrid>
      <Folded title={w.complete} isOpen={isOpen}>
        <DeclareForm
          label={fill(w.completeOf, { name: w.account })}
          place={accountPlace}
          fields={accountFields.map((field) => ({ field, now: register[field] }))}
        />
      </Folded>
    </Section>
  )
}

function HistoryTable(props: { items: readonly DeclarationView[]; register: RegisterView }) {
  const { language, words } = useLanguage()
  const w = own(words, registerWords)
  const labels: Readonly<Record<string, string>> = w.fields
  const placeOf = (place: string) =>
    props.register.records.find((one) => one.place === place)?.name.value ?? w.accountPlace
  return (
    <StackedTable minWidth={640} spacing="sm" columns={[w.when, w.who, w.what, w.value]}>
      {props.items.map(({ id, at, by, place, field, value }) => (
        <StackedRow key={id}>
          <StackedCell label={w.when}>{dateTime(language, at)}</StackedCell>
          <StackedCell label={w.who}>{by}</StackedCell>
          <StackedCell leads>
            {placeOf(place)} · {labels[field] ?? ''}
          </StackedCell>
          <StackedCell label={w.value}>{value === '' ? w.removed : value}</StackedCell>
        </StackedRow>
      ))}
    </StackedTable>
  )
}

function History({ register }: { register: RegisterView }) {
  const { words } = useLanguage()
  const w = own(words, registerWords)
  const list = useGrowingList(historyKey, (page) =>
    call('GET /v1/register/declarations', { query: page }),
  )
  return (
    <Section title={w.history}>
      <GrowingList list={list} empty={{ title: w.historyEmpty, text: w.historyEmptyText }}>
        {(items) => <HistoryTable items={items} register={register} />}
      </GrowingList>
    </Section>
  )
}

export function RegisterScreen() {
  const { words } = useLanguage()
  const { may } = useSession()
  const impacts = useImpactList(may('registers.manage')).data?.items
  const w = own(words, registerWords)
  return (
    <Page title={w.title} lead={w.lead} actions={<Files />}>
      <Answer query={useRegister()}>
        {(register) => (
          <Stack gap="lg">
            <AlarmOf register={register} />
            <TheAccount register={register} />
            <Title order={2} size="h3">
              {w.processings}
            </Title>
            {register.records.map((record) => (
              <RecordCard
                key={record.place}
                record={record}
                impact={impacts?.find(({ processing }) => processing === record.place)}
              />
            ))}
            <History register={register} />
          </Stack>
        )}
      </Answer>
    </Page>
  )
}
