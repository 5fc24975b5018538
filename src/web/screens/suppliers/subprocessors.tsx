// The sub-processors of a supplier: who works there, what is announced, and what accounts object.
import { Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SubprocessorView, SupplierView } from '../../../governance/contract.ts'
import { useLanguage } from '../../data/language.tsx'
import { dayStart } from '../../data/zone-fields.ts'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Folded } from '../../ui/folded.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { fill } from '../../words/fill.ts'
import { PlaceSelect } from '../installation/place-select.tsx'
import { OneObjection } from './answer-objection.tsx'
import { useAddSubprocessor, useEndSubprocessor, useObjections } from './queries.ts'
import { ChangeLine, Heading, SubprocessorTable } from './told.tsx'

const nobody = 'none'
const empty = { name: '', country: 'FR', purpose: '', since: '', replaces: nobody }
type Draft = typeof empty

function Fields(props: {
  draft: Draft
  others: readonly SubprocessorView[]
  change(part: Partial<Draft>): void
}) {
  const { words } = useLanguage()
  const w = words.supplierDetails
  const { draft, others, change } = props
  return (
    <>
      <TextInput
        label={w.name}
        required
        maxLength={120}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <PlaceSelect
        label={w.country}
        value={draft.country}
        choose={(country) => change({ country })}
      />
      <TextInput
        label={w.purpose}
        required
        maxLength={300}
        value={draft.purpose}
        onChange={(event) => change({ purpose: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={w.sinceDay}
        description={w.sinceHelp}
        required
        value={draft.since}
        onChange={(event) => change({ since: event.currentTarget.value })}
      />
      {others.length === 0 ? null : (
        <Select
          label={w.replaces}
          allowDeselect={false}
          value={draft.replaces}
          data={[
            { value: nobody, label: w.nobody },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(replaces) => replaces && change({ replaces })}
        />
      )}
    </>
  )
}

function AnnounceForm({ supplier }: { supplier: SupplierView }) {
  const { words } = useLanguage()
  const w = words.supplierDetails
  const [draft, setDraft] = useState(empty)
  const add = useAddSubprocessor(supplier.id)
  const state = useAllowed('installation.manage', add.isPending)
  const submit = () =>
    add.mutate(
      {
        ...{ name: draft.name.trim(), country: draft.country, purpose: draft.purpose.trim() },
        since: dayStart(draft.since),
        replacesId: draft.replaces === nobody ? null : draft.replaces,
      },
      { onSuccess: () => setDraft(empty) },
    )
  return (
    <RecordForm
      label={w.add}
      save={w.announce}
      state={state}
      error={add.error}
      done={add.isSuccess ? w.announceDone : null}
      onSubmit={submit}
    >
      <Fields
        draft={draft}
        others={supplier.subprocessors.filter(({ until }) => until === null)}
        change={(part) => setDraft((old) => ({ ...old, ...part }))}
      />
    </RecordForm>
  )
}

function EndOne({ supplierId, one }: { supplierId: string; one: SubprocessorView }) {
  const { words } = useLanguage()
  const w = words.supplierDetails
  const end = useEndSubprocessor(supplierId, one.id)
  const state = useAllowed('installation.manage', end.isPending)
  if (one.until !== null) return null
  // One that is still to come ends as it begins: it never works there.
  const isToCome = Date.parse(one.since) > Date.now()
  return (
    <>
      <AskTwice
        size="xs"
        label={fill(isToCome ? w.giveUp : w.remove, { name: one.name })}
        what={isToCome ? w.giveUpWhat : w.removeWhat}
        sure={w.removeNow}
        keep={w.keep}
        state={state}
        onSure={() => end.mutate(isToCome ? one.since : new Date().toISOString())}
      />
      {end.error ? <Failed error={end.error} /> : null}
    </>
  )
}

function Changes({ supplier }: { supplier: SupplierView }) {
  const { words } = useLanguage()
  const w = words.supplierDetails
  const objections = useObjections(supplier.id)
  return (
    <Answer query={objections}>
      {({ items, isCut, otherRoutes }) => (
        <Stack>
          {supplier.changes.map((change) => (
            <ChangeLine key={change.id} change={change}>
              {items
                .filter(({ changeId }) => changeId === change.id)
                .map((objection) => (
                  <OneObjection
                    key={objection.account.id}
                    supplierId={supplier.id}
                    objection={objection}
                    otherRoutes={otherRoutes}
                  />
                ))}
            </ChangeLine>
          ))}
          {items.length === 0 ? <Text size="sm">{w.noObjection}</Text> : null}
          {isCut ? <Text size="sm">{w.objectionsCut}</Text> : null}
        </Stack>
      )}
    </Answer>
  )
}

export function Subprocessors({ supplier }: { supplier: SupplierView }) {
  const { words } = useLanguage()
  const w = words.supplierDetails
  return (
    <Folded title={w.subprocessors}>
      <SubprocessorTable
        subprocessors={supplier.subprocessors}
        act={(one) => <EndOne supplierId={supplier.id} one={one} />}
      />
      {supplier.changes.length === 0 ? null : (
        <>
          <Heading>{w.changes}</Heading>
          <Changes supplier={supplier} />
        </>
      )}
      <Heading>{w.add}</Heading>
      <AnnounceForm supplier={supplier} />
    </Folded>
  )
}
