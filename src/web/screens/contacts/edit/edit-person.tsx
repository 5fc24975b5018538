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
import { ApiProblem, call } from '../../../data/client.ts'
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
  const [touched, setTouched] = useState<Touched>({ typed: {}, taken: {} })
  // As it was when the dialog opened: who changed it since is not overwritten unseen.
  const [updatedAt] = useState(contact.updatedAt)
  const [saved, setSaved] = useState<string | null>(null)
  const show = (seen: RevealedContact) => {
    setTouched(({ typed, taken }) => ({ typed: keptOf(typed, taken), taken: {} }))
    setShown(seen)
  }
  if (saved !== null) return <Text role="status">{saved}</Text>
  const inputs = {
    ...{ shown, ...touched },
    setTyped: (typed: Typed) => setTouched(({ taken }) => ({ typed, taken })),
    setTaken: (taken: Taken) => setTouched(({ typed }) => ({ typed, taken })),
  }
  return (
    <Stack>
      <Text size="sm">{w.numberStays}</Text>
      <Text size="sm">{shown === null ? w.blind : w.shown}</Text>
      {shown === null && may('contacts.reveal') ? <Look contact={contact} show={show} /> : null}
      <EditForm contact={contact} updatedAt={updatedAt} told={setSaved} {...inputs} />
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

/** What was touched, by the name of a field, or `custom.` and the key of one. */
type Typed = Readonly<Record<string, string>>
type Taken = Readonly<Record<string, boolean>>
type Touched = { typed: Typed; taken: Taken }
type Change = BodyOf<'PATCH /v1/contacts/{id}'>

const minorProtected = 'contacts.minor_protected'

const customName = (key: string) => `custom.${key}`

function heldOf(shown: RevealedContact | null): Typed {
  if (shown === null) return {}
  const custom = shown.custom.map(({ key, value }) => [customName(key), value] as const)
  const plain = Object.entries(shown.fields).map(([name, value]) => [name, value ?? ''] as const)
  return Object.fromEntries([...plain, ...custom])
}

/** After the look: what was written stays, and what was to be removed stands empty. */
function keptOf(typed: Typed, taken: Taken): Typed {
  const written = Object.entries(typed).filter(([, value]) => value.trim() !== '')
  const removed = Object.keys(taken).filter((name) => taken[name] === true)
  return Object.fromEntries([...written, ...removed.map((name) => [name, ''] as const)])
}

/** What one field becomes: null, none; undefined, what it is. */
function changeOf(held: string | undefined, typed: string | undefined, isTaken: boolean) {
  if (isTaken) return null
  if (typed === undefined) return undefined
  const value = typed.trim()
  if (value === (held ?? '')) return undefined
  return value === '' ? null : value
}

type FormOf = { contact: ContactView; updatedAt: string; told(saved: string): void } & Inputs

function EditForm({ contact, updatedAt, told, ...inputs }: FormOf) {
  const { language, words } = useLanguage()
  const w = own(words, editWords)
  const queries = useQueryClient()
  const { shown, typed, taken, setTyped } = inputs
  const held = heldOf(shown)
  const customs = useFieldsInUse()
  const params = { id: contact.id }
  // Whoever does not see the date cannot know that it is a minor's: the refusal asks why.
  const [asksWhy, setAsksWhy] = useState(false)
  const [reason, setReason] = useState('')
  const save = useMutation({
    mutationFn: (body: Change) => call('PATCH /v1/contacts/{id}', { params, body }),
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === minorProtected) setAsksWhy(true)
    },
    onSuccess: ({ changed }) => {
      const fields = listed(language, changed.map(nameOf))
      told(changed.length === 0 ? w.savedNothing : fill(w.saved, { fields }))
    },
    // Refused for what somebody else has saved: the next look is at that.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['contact', contact.id] })
      void queries.invalidateQueries({ queryKey: ['contacts'] })
    },
    gcTime: 0,
  })
  const changed = (name: string) => changeOf(held[name], typed[name], taken[name] === true)
  const changes = (names: readonly string[], named: (name: string) => string) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = changed(named(name))
        return value === undefined ? [] : [[name, value] as const]
      }),
    )
  const body = {
    updatedAt,
    fields: changes(contactFieldNames, (name) => name),
    custom: changes(
      customs.map(({ key }) => key),
      customName,
    ),
  }
  const isNothing = Object.keys({ ...body.fields, ...body.custom }).length === 0
  const lacksWhy = asksWhy && 'birthDate' in body.fields && reason.trim().length < reasonLengthMin
  const lacking = isNothing ? w.nothing : lacksWhy ? w.olderFirst : null
  const state = useAllowed('contacts.write', save.isPending, lacking)
  const why = asksWhy && !lacksWhy ? { reason } : {}
  const nameOf = (name: string) =>
    w.fields[name as ContactFieldName] ??
    customs.find(({ key }) => customName(key) === name)?.name ??
    ''
  return (
    <RecordForm
      label={w.title}
      save={w.save}
      state={state}
      error={save.error}
      done={null}
      onSubmit={() => state.kind === 'ready' && save.mutate({ ...body, ...why })}
    >
      {contactFieldNames.map((name) => (
        <PlainInput
          key={name}
          name={name}
          isHeld={contact.fieldsHeld.includes(name)}
          held={held[name]}
          {...inputs}
        />
      ))}
      {asksWhy ? (
        <TextInput
          label={w.older}
          description={w.olderText}
          maxLength={300}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      {customs.map((field) => {
        const name = customName(field.key)
        return (
          <Stack key={name} gap={4}>
            <CustomInput
              field={field}
              value={typed[name] ?? held[name] ?? ''}
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

type Plain = { name: ContactFieldName; isHeld: boolean; held: string | undefined }

function PlainInput(props: Plain & Inputs) {
  const { words } = useLanguage()
  const w = own(words, editWords)
  const { name, isHeld, held, shown, typed, taken, setTyped } = props
  const value = typed[name] ?? held ?? ''
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
