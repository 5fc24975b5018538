// The account itself: its name, time zone and language, changed after it is said what follows.
import { Select, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BodyOf } from '../../data/api.ts'
import { call } from '../../data/client.ts'
import { territoryName } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { useSession } from '../../data/session.tsx'
import type { ActionState } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'
import { accountChangeWords } from '../../words/account/change.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'

type Change = BodyOf<'PATCH /v1/account'>
type Draft = { name: string; zone: string; language: 'fr' | 'en' }

/** The zone that is held may have a name that this browser no longer lists. */
function zonesWith(held: string): { value: string; label: string }[] {
  const known = new Set([held, ...Intl.supportedValuesOf('timeZone')])
  return [...known].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}

/** Only what differs is sent: what somebody else changed meanwhile stays. */
function changeOf(held: Draft, draft: Draft): Change {
  const name = draft.name.trim()
  return {
    ...(name === held.name ? {} : { name }),
    ...(draft.zone === held.zone ? {} : { zone: draft.zone }),
    ...(draft.language === held.language ? {} : { language: draft.language }),
  }
}

function AccountForm() {
  const { words } = useLanguage()
  const { me } = useSession()
  const w = own(words, accountChangeWords)
  const queries = useQueryClient()
  const { name, zone, language } = me.account
  const held: Draft = { name, zone, language }
  const [typed, setTyped] = useState<Partial<Draft>>({})
  const draft = { ...held, ...typed }
  const change = changeOf(held, draft)
  const changed = (['name', 'zone', 'language'] as const).filter((part) => part in change)
  const save = useMutation({
    mutationFn: (body: Change) => call('PATCH /v1/account', { body }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      setTyped({})
    },
  })
  const type = (part: Partial<Draft>) => {
    save.reset()
    setTyped((old) => ({ ...old, ...part }))
  }
  const state = ((): ActionState => {
    if (save.isPending) return { kind: 'busy' }
    if (draft.name.trim() === '') return { kind: 'refused', reason: w.lacksName }
    if (changed.length === 0) return { kind: 'refused', reason: w.nothing }
    return { kind: 'ready' }
  })()
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Stack>
        <TextInput
          label={w.name}
          required
          maxLength={120}
          value={draft.name}
          onChange={(event) => type({ name: event.currentTarget.value })}
        />
        <Select
          label={w.zone}
          searchable
          allowDeselect={false}
          limit={100}
          nothingFoundMessage={w.zoneNone}
          value={draft.zone}
          data={zonesWith(zone)}
          onChange={(chosen) => chosen && type({ zone: chosen })}
        />
        <Select
          label={w.language}
          allowDeselect={false}
          value={draft.language}
          data={(['fr', 'en'] as const).map((value) => ({ value, label: w.languages[value] }))}
          onChange={(chosen) => (chosen === 'fr' || chosen === 'en') && type({ language: chosen })}
        />
        {save.error ? <Failed error={save.error} /> : null}
        {save.isSuccess ? (
          <Text size="sm" role="status">
            {w.saved}
          </Text>
        ) : null}
        <AskTwice
          // What was said before another field changed is no longer what will be.
          key={changed.join()}
          label={w.save}
          what={changed.map((part) => w.what[part]).join(' ')}
          sure={w.sure}
          keep={w.keep}
          color="teal"
          state={state}
          onSure={() => save.mutate(change)}
        />
      </Stack>
    </form>
  )
}

export function AccountSection() {
  const { language, words } = useLanguage()
  const { me, may } = useSession()
  const w = own(words, accountChangeWords)
  const { name, kind, country, zone } = me.account
  const place = territoryName(language, country)
  const kindName = words.settings.kinds[kind]
  if (!may('account.manage')) {
    return (
      <Section title={words.settings.account}>
        <Text>
          {name} · {kindName} · {place} · {zone}
        </Text>
      </Section>
    )
  }
  return (
    <Section narrow title={words.settings.account}>
      <Text size="sm">{fill(w.fixed, { kind: kindName, country: place })}</Text>
      <AccountForm />
    </Section>
  )
}
