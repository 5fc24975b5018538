// One person edited: what is held replaced, after a look that is recorded or without any.
import { Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type ContactFieldName,
  type ContactView,
  contactFieldNames,
  type RevealedContact,
  reasonLengthMin,
} from '../../../../contacts/contract.ts'
import type { BodyOf } from '../../../data/api.ts'
import { call } from '../../../data/client.ts'
import { listed } from '../../../data/format.ts'
import { useLanguage } from '../../../data/language.tsx'
import { useSession } from '../../../data/session.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { useAllowed } from '../../../ui/use-allowed.ts'
import { reasonFirstWords } from '../../../words/compliance/reason-first.ts'
import { fill } from '../../../words/fill.ts'
import { own } from '../../../words/own.ts'
import { editWords } from '../../../words/people/edit.ts'
import { CustomInput, useFieldsInUse } from './custom-inputs.tsx'

export function EditPerson({ contact }: { contact: ContactView }) {
  const { words } = useLanguage()
  const w = own(words, editWords)
  const [opened, setOpened] = useState(false)
  const state = useAllowed('contacts.write', false)
  return (
    <>
      <ActionButton
        variant="default"
        label={w.edit}
        state={state}
        onPress={() => setOpened(true)}
      />
      <Dialog title={w.title} opened={opened} onClose={() => setOpened(false)}>
        {opened ? <Editing contact={contact} /> : null}
      </Dialog>
    </>
  )
}

/** What is held is kept no longer than the dialog is open. */
function Editing({ contact }: { contact: ContactView }) {
  const { words } = useLanguage()
  const w = own(words, editWords)
  const { may } = useSession()
  const [shown, setShown] = useState<RevealedContact | null>(null)
  return (
    <Stack>
      <Text size="sm">{w.numberStays}</Text>
      <Text size="sm">{shown === null ? w.blind : w.shown}</Text>
      {shown === null && may('contacts.reveal') ? <Look contact={contact} show={setShown} /> : null}
      <EditForm key={shown === null ? 'blind' : 'shown'} contact={contact} shown={shown} />
    </Stack>
  )
}

function Look(props: { contact: ContactView; show(shown: RevealedContact): void }) {
  const { words } = useLanguage()
  const w = own(words, editWords)
  const params = { id: props.contact.id }
  const [reason, setReason] = useState('')
  const look = useMutation({
    mutationFn: () => call('POST /v1/contacts/{id}/reveal', { params, body: { reason } }),
    gcTime: 0,
  })
  const isTold = reason.trim().length >= reasonLengthMin
  const lacking = isTold ? null : own(words, reasonFirstWords).reasonFirst
  return (
    <RecordForm
      label={w.look}
      save={w.look}
      state={useAllowed('contacts.reveal', look.isPending, lacking)}
      error={look.error}
      done={null}
      onSubmit={() => look.mutate(undefined, { onSuccess: props.show })}
    >
      <TextInput
        label={w.reason}
        description={w.lookText}
        maxLength={300}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </RecordForm>
  )
}

/** By the name of a field, or `custom.` and the key of one. */
type Typed = Readonly<Record<string, string>>
type Taken = Readonly<Record<string, boolean>>
type Change = BodyOf<'PATCH /v1/contacts/{id}'>

const customName = (key: string) => `custom.${key}`

function heldOf(shown: RevealedContact | null): Typed {
  if (shown === null) return {}
  const custom = shown.custom.map(({ key, value }) => [customName(key), value] as const)
  const plain = Object.entries(shown.fields).map(([name, value]) => [name, value ?? ''] as const)
  return Object.fromEntries([...plain, ...custom])
}

/** What one field becomes: null, none; undefined, what it is. */
function changeOf(held: string | undefined, typed: string, isTaken: boolean) {
  if (isTaken) return null
  const value = typed.trim()
  if (value === (held ?? '')) return undefined
  return value === '' ? null : value
}

function EditForm({ contact, shown }: { contact: ContactView; shown: RevealedContact | null }) {
  const { language, words } = useLanguage()
  const w = own(words, editWords)
  const queries = useQueryClient()
  const held = heldOf(shown)
  const [typed, setTyped] = useState<Typed>(held)
  const [taken, setTaken] = useState<Taken>({})
  const customs = useFieldsInUse()
  const params = { id: contact.id }
  const save = useMutation({
    mutationFn: (body: Change) => call('PATCH /v1/contacts/{id}', { params, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['contact', contact.id] })
      void queries.invalidateQueries({ queryKey: ['contacts'] })
    },
    gcTime: 0,
  })
  const changed = (name: string) => changeOf(held[name], typed[name] ?? '', taken[name] === true)
  const changes = (names: readonly string[], named: (name: string) => string) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = changed(named(name))
        return value === undefined ? [] : [[name, value] as const]
      }),
    )
  const body = {
    fields: changes(contactFieldNames, (name) => name),
    custom: changes(
      customs.map(({ key }) => key),
      customName,
    ),
  }
  const isNothing = Object.keys({ ...body.fields, ...body.custom }).length === 0
  const state = useAllowed('contacts.write', save.isPending, isNothing ? w.nothing : null)
  const nameOf = (name: string) =>
    w.fields[name as ContactFieldName] ??
    customs.find(({ key }) => customName(key) === name)?.name ??
    ''
  const inputs = { shown, typed, taken, setTyped, setTaken }
  if (save.data) {
    const fields = listed(language, save.data.changed.map(nameOf))
    const told = save.data.changed.length === 0 ? w.savedNothing : fill(w.saved, { fields })
    return <Text role="status">{told}</Text>
  }
  return (
    <RecordForm
      label={w.title}
      save={w.save}
      state={state}
      error={save.error}
      done={null}
      onSubmit={() => state.kind === 'ready' && save.mutate(body)}
    >
      {contactFieldNames.map((name) => (
        <PlainInput key={name} name={name} isHeld={contact.fieldsHeld.includes(name)} {...inputs} />
      ))}
      {customs.map((field) => {
        const name = customName(field.key)
        return (
          <Stack key={name} gap={4}>
            <CustomInput
              field={field}
              value={typed[name] ?? ''}
              help={shown === null ? w.mayBeHeld : undefined}
              disabled={taken[name] === true}
              change={(value) => setTyped({ ...typed, [name]: value })}
            />
            {shown === null ? <Take name={name} field={field.name} {...inputs} /> : null}
          </Stack>
        )
      })}
    </RecordForm>
  )
}

type Inputs = {
  shown: RevealedContact | null
  typed: Typed
  taken: Taken
  setTyped(typed: Typed): void
  setTaken(taken: Taken): void
}

/** Of a day of birth whose month nobody knows, the parts that are known stay. */
const typeOf = (name: ContactFieldName, value: string) =>
  name === 'birthDate' && !value.includes('-00') ? 'date' : name === 'email' ? 'email' : 'text'

function PlainInput(props: { name: ContactFieldName; isHeld: boolean } & Inputs) {
  const { words } = useLanguage()
  const w = own(words, editWords)
  const { name, isHeld, shown, typed, taken, setTyped } = props
  const value = typed[name] ?? ''
  const isHidden = isHeld && shown === null
  return (
    <Stack gap={4}>
      <TextInput
        label={w.fields[name]}
        {...(isHidden ? { description: w.held } : {})}
        type={typeOf(name, value)}
        autoComplete="off"
        maxLength={name === 'postcode' ? 12 : name === 'reference' ? 100 : 200}
        disabled={taken[name] === true}
        value={value}
        onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      />
      {isHidden ? <Take {...props} field={w.fields[name]} /> : null}
    </Stack>
  )
}

/** Removes what is held without a look at it. */
function Take(props: { name: string; field: string } & Pick<Inputs, 'taken' | 'setTaken'>) {
  const { words } = useLanguage()
  const { name, field, taken, setTaken } = props
  return (
    <Checkbox
      size="xs"
      label={fill(own(words, editWords).remove, { field })}
      checked={taken[name] === true}
      onChange={(event) => setTaken({ ...taken, [name]: event.currentTarget.checked })}
    />
  )
}
