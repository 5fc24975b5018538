// The legal entities that the account sends for: added, and given another name.
import { Badge, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ControllerView } from '../../../contacts/contract.ts'
import { call } from '../../data/client.ts'
import { colon, date } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton, type ActionState } from '../../ui/action-button.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { entitiesWords } from '../../words/account/entities.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'

const queryKey = ['controllers']
const nameMin = 2
const nameMax = 200

function Adding() {
  const { words } = useLanguage()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: () => call('POST /v1/controllers', { body: { name: name.trim() } }),
    onSuccess: () => setName(''),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  const state = useAllowed('account.manage', add.isPending)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Group align="flex-end">
          <TextInput
            label={words.settings.controllerName}
            required
            maxLength={nameMax}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ActionButton
            submit
            variant="default"
            label={words.settings.addController}
            state={state}
          />
        </Group>
        {add.error ? <Failed error={add.error} /> : null}
      </Stack>
    </form>
  )
}

function Renaming(props: { entity: ControllerView; close: () => void }) {
  const { words } = useLanguage()
  const w = own(words, entitiesWords)
  const { entity, close } = props
  const queries = useQueryClient()
  const [name, setName] = useState(entity.name)
  const rename = useMutation({
    mutationFn: () =>
      call('PATCH /v1/controllers/{id}', {
        params: { id: entity.id },
        body: { name: name.trim() },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey })
      close()
    },
  })
  const isSame = name.trim() === entity.name || name.trim().length < nameMin
  const state = useAllowed('account.manage', rename.isPending, isSame ? w.another : null)
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Stack gap="xs" className="accord-measure">
        <TextInput
          label={fill(w.newName, { name: entity.name })}
          maxLength={nameMax}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {rename.error ? <Failed error={rename.error} /> : null}
        <AskTwice
          // Another name is another question.
          key={name}
          label={w.save}
          what={w.what}
          sure={w.sure}
          keep={w.keep}
          color="teal"
          state={state}
          onSure={() => rename.mutate()}
        />
        <ActionButton
          size="xs"
          variant="subtle"
          label={w.stop}
          state={{ kind: 'ready' } satisfies ActionState}
          onPress={close}
        />
      </Stack>
    </form>
  )
}

function Entity(props: { entity: ControllerView }) {
  const { language, words } = useLanguage()
  const w = own(words, entitiesWords)
  const { entity } = props
  const [isRenaming, setRenaming] = useState(false)
  const state = useAllowed('account.manage', false)
  return (
    <List.Item>
      <Stack gap="xs">
        <Group>
          <Badge size="lg" variant="light" tt="none">
            {entity.name}
          </Badge>
          {isRenaming || state.kind === 'refused' ? null : (
            <ActionButton
              size="xs"
              variant="subtle"
              label={`${w.rename}${colon(language)} ${entity.name}`}
              state={state}
              onPress={() => setRenaming(true)}
            />
          )}
        </Group>
        {entity.formerNames.map(({ name, usedUntil }) => (
          <Text key={usedUntil} size="sm" c="dimmed">
            {fill(w.former, { name, date: date(language, usedUntil) })}
          </Text>
        ))}
        {isRenaming ? <Renaming entity={entity} close={() => setRenaming(false)} /> : null}
      </Stack>
    </List.Item>
  )
}

export function EntitiesSection() {
  const { words } = useLanguage()
  const controllers = useQuery({ queryKey, queryFn: () => call('GET /v1/controllers') })
  return (
    <Section title={words.settings.controllers}>
      <Answer query={controllers}>
        {({ items }) => (
          <List listStyleType="none" spacing="sm">
            {items.map((one) => (
              <Entity key={one.id} entity={one} />
            ))}
          </List>
        )}
      </Answer>
      <Adding />
    </Section>
  )
}
