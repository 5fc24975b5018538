// One person added from the screen, with what they agreed to and on which words.
import { Anchor, Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'react-router'
import type { WordingView } from '../../../consent/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { dayStart } from '../../data/zone-fields.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { CountrySelect } from '../imports/country-select.tsx'
import { ListChooser } from '../lists/list-chooser.tsx'
import { CustomInputs, type CustomTyped, filledIn } from './edit/custom-inputs.tsx'
import { useSmsWordings } from './queries.ts'
import { WordingChoice } from './wording-choice.tsx'

const texts = ['firstName', 'lastName', 'email', 'reference'] as const
type Texts = Record<(typeof texts)[number], string>

type Filled = {
  number: string
  country: string
  fields: Texts
  custom: CustomTyped
  listId: string | null
  hasConsent: boolean
  wordingId: string | null
  purpose: string | null
  givenOn: string
  source: string
}

const empty: Filled = {
  number: '',
  country: 'FR',
  fields: { firstName: '', lastName: '', email: '', reference: '' },
  custom: {},
  listId: null,
  hasConsent: false,
  wordingId: null,
  purpose: null,
  givenOn: '',
  source: '',
}

type Added = { id: string; created: boolean; consentError: unknown }

/** The person first: should the consent be refused, they are kept, and the screen says why. */
async function add(filled: Filled, wordings: readonly WordingView[]): Promise<Added> {
  const { number, country, listId, wordingId, purpose, source, givenOn } = filled
  const fields = Object.fromEntries(
    texts.map((name) => [name, filled.fields[name].trim()]).filter(([, value]) => value !== ''),
  )
  const custom = filledIn(filled.custom)
  const body = { number, country, fields, custom, ...(listId ? { listId } : {}) }
  const { contact, created } = await call('POST /v1/contacts', { body })
  const added = { id: contact.id, created, consentError: null }
  const wording = wordings.find(({ id }) => id === wordingId)
  if (!filled.hasConsent || wording === undefined || purpose === null) return added
  try {
    await call('POST /v1/consents', {
      body: {
        contactId: contact.id,
        wordingId,
        controllerId: wording.controllerId,
        channel: 'sms',
        purpose,
        evidence: {
          grade: 'api_declared',
          givenAt: dayStart(givenOn),
          source: source.trim(),
        },
      },
    })
    return added
  } catch (consentError) {
    return { ...added, consentError }
  }
}

/** `listId`: the list that is proposed. */
export function AddPerson(props: { opened: boolean; listId: string | null; close(): void }) {
  const { words } = useLanguage()
  return (
    <Dialog title={words.people.add} opened={props.opened} onClose={props.close}>
      {props.opened ? <AddForm listId={props.listId} /> : null}
    </Dialog>
  )
}

type Change = (part: Partial<Filled>) => void

function Identity(props: { filled: Filled; change: Change }) {
  const { words } = useLanguage()
  const w = words.people
  const { filled, change } = props
  return (
    <>
      <TextInput
        label={w.number}
        required
        type="tel"
        autoComplete="off"
        maxLength={32}
        value={filled.number}
        onChange={(event) => change({ number: event.currentTarget.value })}
      />
      <CountrySelect
        label={w.country}
        value={filled.country}
        choose={(country) => change({ country })}
      />
      {texts.map((name) => (
        <TextInput
          key={name}
          label={w.fields[name]}
          type={name === 'email' ? 'email' : 'text'}
          autoComplete="off"
          maxLength={name === 'reference' ? 100 : 200}
          value={filled.fields[name]}
          onChange={(event) =>
            change({ fields: { ...filled.fields, [name]: event.currentTarget.value } })
          }
        />
      ))}
      <CustomInputs typed={filled.custom} change={(custom) => change({ custom })} />
      <ListChooser
        label={w.list}
        value={filled.listId ?? ''}
        first={[{ value: '', label: w.noList }]}
        onChange={(listId) => change({ listId: listId || null })}
      />
    </>
  )
}

function ConsentPart(props: { filled: Filled; wordings: readonly WordingView[]; change: Change }) {
  const { words } = useLanguage()
  const w = words.people
  const { filled, change, wordings } = props
  if (wordings.length === 0) return <Text size="sm">{w.noWording}</Text>
  return (
    <>
      <Checkbox
        label={w.hasConsent}
        checked={filled.hasConsent}
        onChange={(event) => change({ hasConsent: event.currentTarget.checked })}
      />
      {filled.hasConsent ? (
        <>
          <WordingChoice
            wordings={wordings}
            chosen={filled}
            labels={{ wording: w.wording, purpose: w.purpose }}
            change={change}
          />
          <TextInput
            type="date"
            label={w.givenOn}
            value={filled.givenOn}
            onChange={(event) => change({ givenOn: event.currentTarget.value })}
          />
          <TextInput
            label={w.where}
            maxLength={300}
            value={filled.source}
            onChange={(event) => change({ source: event.currentTarget.value })}
          />
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {w.addText}
        </Text>
      )}
    </>
  )
}

function Done(props: { added: Added }) {
  const { words } = useLanguage()
  const w = words.people
  const { id, created, consentError } = props.added
  return (
    <Stack>
      {consentError === null ? (
        <Text role="status">{created ? w.addedDone : w.wasThere}</Text>
      ) : (
        <>
          <Text>{w.consentFailed}</Text>
          <Failed error={consentError} />
        </>
      )}
      <Anchor component={Link} to={paths.contact(id)}>
        {w.openThem}
      </Anchor>
    </Stack>
  )
}

function AddForm(props: { listId: string | null }) {
  const { words } = useLanguage()
  const w = words.people
  const queries = useQueryClient()
  const [filled, setFilled] = useState({ ...empty, listId: props.listId })
  const change: Change = (part) => setFilled((before) => ({ ...before, ...part }))
  const wordings = useSmsWordings().data ?? []
  const adding = useMutation({
    mutationFn: () => add(filled, wordings),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['contacts'] })
      void queries.invalidateQueries({ queryKey: ['lists'] })
    },
  })
  const { hasConsent, wordingId, purpose, givenOn, source } = filled
  const isProof = wordingId && purpose && givenOn && source.trim() !== ''
  const lacking =
    filled.number.trim() === ''
      ? w.addIncomplete
      : hasConsent && !isProof
        ? w.addConsentIncomplete
        : null
  const state = useAllowed('contacts.write', adding.isPending, lacking)
  if (adding.data) return <Done added={adding.data} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (state.kind === 'ready') adding.mutate()
  }
  return (
    <form onSubmit={submit} aria-label={w.add}>
      <Stack>
        <Identity filled={filled} change={change} />
        <ConsentPart filled={filled} wordings={wordings} change={change} />
        {adding.error ? <Failed error={adding.error} /> : null}
        <ActionButton submit label={w.addSave} state={state} />
      </Stack>
    </form>
  )
}
