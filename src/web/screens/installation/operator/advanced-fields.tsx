// What is seldom set of a route: certificate, alphabets, speeds, how its receipts are read.
import { Checkbox, Group, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core'
import { concatenations } from '../../../../routing/contract.ts'
import { useLanguage } from '../../../data/language.tsx'
import { routeOperatorWords } from '../../../words/installation/operators.ts'
import { own } from '../../../words/own.ts'
import type { AdvancedDraft, Kind } from './advanced-draft.ts'
import { helpBelow } from './help-below.ts'

type Props = {
  draft: AdvancedDraft
  kind: Kind
  usesTls: boolean
  change: (part: Partial<AdvancedDraft>) => void
}

export function AdvancedFields(props: Props) {
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords).advanced
  return (
    <>
      {props.usesTls ? (
        <Certificate {...props} />
      ) : (
        <Text size="sm" c="dimmed">
          {w.noTls}
        </Text>
      )}
      <Alphabets {...props} />
      <Speeds {...props} />
      <Receipts {...props} />
    </>
  )
}

function Certificate({ draft, change }: Props) {
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords).advanced
  return (
    <>
      <Textarea
        label={w.tlsCa}
        description={w.tlsCaHelp}
        inputWrapperOrder={helpBelow}
        placeholder="-----BEGIN CERTIFICATE-----"
        rows={4}
        maxLength={65_536}
        spellCheck={false}
        value={draft.tlsCa}
        onChange={(event) => change({ tlsCa: event.currentTarget.value })}
      />
      <TextInput
        label={w.tlsServerName}
        description={w.tlsServerNameHelp}
        inputWrapperOrder={helpBelow}
        maxLength={253}
        autoComplete="off"
        value={draft.tlsServerName}
        onChange={(event) => change({ tlsServerName: event.currentTarget.value })}
      />
    </>
  )
}

function Alphabets({ draft, kind, change }: Props) {
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords).advanced
  return (
    <>
      <Checkbox.Group
        label={w.shiftTables}
        description={w.shiftTablesHelp}
        value={draft.shiftTables}
        onChange={(shiftTables) => change({ shiftTables })}
      >
        <Group mt="xs">
          {Object.entries(w.tables).map(([table, name]) => (
            <Checkbox key={table} value={table} label={name} />
          ))}
        </Group>
      </Checkbox.Group>
      {kind === 'http' ? null : (
        <Select
          label={w.concatenation}
          description={w.concatenationHelp}
          inputWrapperOrder={helpBelow}
          allowDeselect={false}
          value={draft.concatenation}
          data={concatenations.map((value) => ({ value, label: w.concatenations[value] }))}
          onChange={(value) => {
            const concatenation = concatenations.find((one) => one === value)
            if (concatenation !== undefined) change({ concatenation })
          }}
        />
      )}
    </>
  )
}

function Speeds({ draft, kind, change }: Props) {
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords).advanced
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      {kind === 'http' ? null : (
        <TextInput
          label={w.perBind}
          description={w.noOwnLimit}
          inputWrapperOrder={helpBelow}
          inputMode="numeric"
          value={draft.perBind}
          onChange={(event) => change({ perBind: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={w.perSender}
        description={w.perSenderHelp}
        inputWrapperOrder={helpBelow}
        inputMode="decimal"
        value={draft.perSender}
        onChange={(event) => change({ perSender: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}

function Receipts({ draft, kind, change }: Props) {
  const { words } = useLanguage()
  const w = own(words, routeOperatorWords)
  return (
    <>
      {kind === 'http' ? null : (
        <TextInput
          label={w.advanced.receiptOffset}
          description={w.advanced.receiptOffsetHelp}
          inputWrapperOrder={helpBelow}
          value={draft.receiptOffset}
          onChange={(event) => change({ receiptOffset: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={w.advanced.optOutCodes}
        description={w.http.several}
        inputWrapperOrder={helpBelow}
        value={draft.optOutCodes}
        onChange={(event) => change({ optOutCodes: event.currentTarget.value })}
      />
      <TextInput
        label={w.advanced.deadNumberCodes}
        description={w.http.several}
        inputWrapperOrder={helpBelow}
        value={draft.deadNumberCodes}
        onChange={(event) => change({ deadNumberCodes: event.currentTarget.value })}
      />
    </>
  )
}
