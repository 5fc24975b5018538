// One's own name, as the others of the account read it.
import { Group, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Failed } from '../../ui/states.tsx'

export function NameField(props: { name: string }) {
  const { words } = useLanguage()
  const queries = useQueryClient()
  const [name, setName] = useState(props.name)
  const change = useMutation({
    mutationFn: () => call('PATCH /v1/me', { body: { name } }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['me'] }),
        queries.invalidateQueries({ queryKey: ['users'] }),
      ]),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate()
  }
  const isSame = name.trim() === props.name
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="xs">
        <TextInput
          label={words.profile.name}
          autoComplete="name"
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {isSame ? null : (
          <ActionButton
            submit
            variant="default"
            label={words.profile.saveName}
            state={{ kind: change.isPending ? 'busy' : 'ready' }}
          />
        )}
      </Group>
      {change.error ? <Failed error={change.error} /> : null}
    </form>
  )
}
