// What can be done with the people who are selected: counted before, and told after.
import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type ContactView, membersMax } from '../../../../contacts/contract.ts'
import { stopsMax } from '../../../../preferences/contract.ts'
import { count } from '../../../data/format.ts'
import { useLanguage } from '../../../data/language.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { AskTwice } from '../../../ui/ask-twice.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import { Failed } from '../../../ui/states.tsx'
import { useAllowed } from '../../../ui/use-allowed.ts'
import { fill } from '../../../words/fill.ts'
import { own } from '../../../words/own.ts'
import { memberWords } from '../../../words/people/members.ts'
import { HeardFields, useHeard } from '../heard-fields.tsx'
import { type NamedList, useStopMany, useTakeFromList } from './member-queries.ts'
import { PutIntoList } from './put-into-list.tsx'
import { useTellDone, useTooMany } from './tell-done.ts'

type Of = {
  people: readonly ContactView[]
  /** The list that is shown; null: none, or all. */
  list: NamedList | null
  done(told: string): void
}

export function SelectionActs(props: Of) {
  const { language, words } = useLanguage()
  const w = own(words, memberWords)
  const tell = useTellDone()
  const { people, list, done } = props
  if (people.length === 0) return null
  const ids = people.map(({ id }) => id)
  return (
    <Paper withBorder p="md" component="section" aria-label={w.selected}>
      <Stack>
        <Group justify="space-between">
          <Text fw={600} role="status">
            {fill(w.selectedCount, { people: count(language, people.length) })}
          </Text>
          <Button size="xs" variant="subtle" onClick={() => done('')}>
            {w.clear}
          </Button>
        </Group>
        <Group align="flex-end">
          <PutIntoList
            contactIds={ids}
            except={list === null ? [] : [list.id]}
            told={(told) => done(tell.joined(told))}
          />
        </Group>
        <Group align="flex-start">
          {list === null ? null : <Take {...props} list={list} />}
          <Stop {...props} />
        </Group>
      </Stack>
    </Paper>
  )
}

function Take({ people, list, done }: Of & { list: NamedList }) {
  const { language, words } = useLanguage()
  const w = own(words, memberWords)
  const tell = useTellDone()
  const take = useTakeFromList()
  const state = useAllowed('contacts.write', take.isPending, useTooMany(people, membersMax))
  const what = fill(w.takeWhat, { people: count(language, people.length), name: list.name })
  const contactIds = people.map(({ id }) => id)
  return (
    <Stack gap="xs">
      {take.error ? <Failed error={take.error} /> : null}
      <AskTwice
        label={w.take}
        what={what}
        sure={w.takeSure}
        keep={words.people.keep}
        state={state}
        onSure={() =>
          take.mutate({ contactIds, list }, { onSuccess: (told) => done(tell.left(told)) })
        }
      />
    </Stack>
  )
}

function Stop(props: Of) {
  const { words } = useLanguage()
  const w = own(words, memberWords)
  const [opened, setOpened] = useState(false)
  const { people } = props
  // Who has said no before is for the server to say: a status tells the strongest of several.
  const state = useAllowed('consent.record', false, useTooMany(people, stopsMax))
  return (
    <>
      <ActionButton
        variant="default"
        label={w.stop}
        state={state}
        onPress={() => setOpened(true)}
      />
      <Dialog title={w.stopTitle} opened={opened} onClose={() => setOpened(false)}>
        {opened ? <StopForm {...props} /> : null}
      </Dialog>
    </>
  )
}

function StopForm({ people, done }: Of) {
  const { language, words } = useLanguage()
  const w = own(words, memberWords)
  const tell = useTellDone()
  const heard = useHeard()
  const stop = useStopMany()
  const lacking = heard.told ? null : words.desk.incomplete
  const state = useAllowed('consent.record', stop.isPending, lacking)
  const submit = () => {
    if (heard.told === null || state.kind !== 'ready') return
    const contactIds = people.map(({ id }) => id)
    stop.mutate({ contactIds, ...heard.told }, { onSuccess: (told) => done(tell.stopped(told)) })
  }
  return (
    <RecordForm
      label={w.stopTitle}
      save={w.stopSure}
      state={state}
      error={stop.error}
      done={null}
      onSubmit={submit}
    >
      <Text size="sm">{fill(w.stopWhat, { people: count(language, people.length) })}</Text>
      <HeardFields heard={heard} />
    </RecordForm>
  )
}
