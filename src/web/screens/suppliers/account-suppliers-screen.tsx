// Who processes for the account: suppliers, contracts, sub-processors, and what can be objected to.
import { Group, SimpleGrid, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { AccountSupplier, OwnObjection } from '../../../governance/contract.ts'
import { date, territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Folded } from '../../ui/folded.tsx'
import { Page } from '../../ui/page.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Empty, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { objectionWords } from '../../words/compliance/objections.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { StandingBadge } from '../installation/supplier-card.tsx'
import { ObjectionTold } from './objection-told.tsx'
import { useAccountSuppliers, useObject, useWithdraw } from './queries.ts'
import { ChangeLine, Heading, SubprocessorTable } from './told.tsx'

type Change = AccountSupplier['changes'][number]

function ObjectForm({ changeId }: { changeId: string }) {
  const { words } = useLanguage()
  const w = words.accountSuppliers
  const { objecting } = own(words, objectionWords)
  const [reason, setReason] = useState('')
  const object = useObject(changeId)
  const state = useAllowed('registers.manage', object.isPending)
  return (
    <Folded title={w.object}>
      <RecordForm
        label={w.object}
        save={w.send}
        state={state}
        error={object.error}
        done={null}
        onSubmit={() => object.mutate(reason.trim())}
      >
        <Textarea
          label={w.reason}
          description={`${w.reasonHelp} ${objecting}`}
          required
          minLength={5}
          maxLength={1000}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </RecordForm>
    </Folded>
  )
}

function Withdraw(props: { changeId: string; objection: OwnObjection }) {
  const { words } = useLanguage()
  const w = own(words, objectionWords)
  const withdraw = useWithdraw(props.changeId)
  const state = useAllowed('registers.manage', withdraw.isPending)
  const isOver = props.objection.state === 'withdrawn' || props.objection.state === 'void'
  if (isOver) return null
  return (
    <>
      <AskTwice
        size="xs"
        label={w.withdraw}
        what={w.withdrawWhat}
        sure={w.withdrawSure}
        keep={w.keep}
        state={state}
        onSure={() => withdraw.mutate()}
      />
      {withdraw.error ? <Failed error={withdraw.error} /> : null}
    </>
  )
}

function OneChange({ change }: { change: Change }) {
  const { language, words } = useLanguage()
  const w = words.accountSuppliers
  const { objection } = change
  return (
    <ChangeLine change={change}>
      {objection === null ? null : (
        <>
          <Text size="sm" role="status" className="accord-story">
            {fill(w.objected, { date: date(language, objection.at), reason: objection.reason })}
          </Text>
          <ObjectionTold objection={objection} />
          <Withdraw changeId={change.id} objection={objection} />
        </>
      )}
      {change.canObject ? <ObjectForm changeId={change.id} /> : null}
    </ChangeLine>
  )
}

function Fact(props: { label: string; text: string }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {props.label}
      </Text>
      <Text size="sm">{props.text}</Text>
    </div>
  )
}

function Facts({ supplier }: { supplier: AccountSupplier }) {
  const { language, words } = useLanguage()
  const w = words.accountSuppliers
  const { contractFrom, validUntil, transferInstrument, numbersKeptDays } = supplier
  const from = contractFrom === null ? '' : date(language, contractFrom)
  const dated =
    validUntil === null
      ? fill(w.contractOpen, { from })
      : fill(w.contractDates, { from, until: date(language, validUntil) })
  const kept =
    numbersKeptDays === null ? w.keptUnknown : fill(w.keptDays, { days: String(numbersKeptDays) })
  const places = [supplier.country, ...supplier.processingCountries]
  const countries = [...new Set(places)].map((one) => territoryName(language, one)).join(', ')
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <Fact label={w.contract} text={contractFrom === null ? w.noContract : dated} />
      <Fact label={w.role} text={w.roles[supplier.role]} />
      <Fact label={w.numbers} text={numbersKeptDays === 0 ? w.keptNone : kept} />
      <Fact label={w.places} text={countries} />
      {transferInstrument === null ? null : (
        <Fact label={w.transfer} text={words.installation.contract.transfers[transferInstrument]} />
      )}
    </SimpleGrid>
  )
}

function SupplierSection({ supplier }: { supplier: AccountSupplier }) {
  const { words } = useLanguage()
  const w = words.accountSuppliers
  return (
    <Section title={supplier.name}>
      <Group gap="sm">
        <StandingBadge standing={supplier.standing} />
      </Group>
      <Facts supplier={supplier} />
      <Heading>{w.subprocessors}</Heading>
      <SubprocessorTable subprocessors={supplier.subprocessors} />
      {supplier.changes.length === 0 ? null : (
        <>
          <Heading>{w.changes}</Heading>
          <Stack>
            {supplier.changes.map((change) => (
              <OneChange key={change.id} change={change} />
            ))}
          </Stack>
        </>
      )}
    </Section>
  )
}

export function AccountSuppliersScreen() {
  const { words } = useLanguage()
  const w = words.accountSuppliers
  const suppliers = useAccountSuppliers()
  return (
    <Page title={w.title} lead={w.lead}>
      <Answer query={suppliers}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={w.empty} text={w.emptyText} />
          ) : (
            items.map((supplier) => <SupplierSection key={supplier.id} supplier={supplier} />)
          )
        }
      </Answer>
    </Page>
  )
}
