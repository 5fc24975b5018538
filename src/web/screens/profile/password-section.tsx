// Changes one's password, says what that ends, and can revoke API tokens.
import { Checkbox, PasswordInput, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { ProofFields, useProof } from '../../ui/proof-fields.tsx'
import { Section } from '../../ui/section.tsx'
import { Failed } from '../../ui/states.tsx'

const empty = { next: '', endTokens: false }

export function PasswordSection() {
  const { words } = useLanguage()
  const w = words.access.password
  const queries = useQueryClient()
  const [draft, setDraft] = useState(empty)
  const { proof, setProof, body, clear } = useProof()
  const change = useMutation({
    mutationFn: (next: typeof empty) => {
      const { password: current, ...factor } = body
      return call('PATCH /v1/me', { body: { password: { current, ...factor, ...next } } })
    },
    onSuccess: () => {
      setDraft(empty)
      clear()
      queries.invalidateQueries({ queryKey: ['tokens'] })
    },
  })
  const set = (part: Partial<typeof empty>) => setDraft((old) => ({ ...old, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate(draft)
  }
  return (
    <Section title={w.title} lead={w.lead} narrow>
      <form onSubmit={submit}>
        <Stack>
          <ProofFields proof={proof} onChange={setProof} label={w.current} />
          <PasswordInput
            label={w.next}
            description={words.firstRun.passwordHelp}
            autoComplete="new-password"
            minLength={12}
            required
            value={draft.next}
            onChange={(event) => set({ next: event.currentTarget.value })}
          />
          <Checkbox
            label={w.endTokens}
            checked={draft.endTokens}
            onChange={(event) => set({ endTokens: event.currentTarget.checked })}
          />
          {change.error ? <Failed error={change.error} /> : null}
          {change.isSuccess ? (
            <Text role="status" size="sm">
              {change.variables.endTokens ? w.doneWithTokens : w.done}
            </Text>
          ) : null}
          <ActionButton
            submit
            variant="default"
            label={w.submit}
            state={change.isPending ? { kind: 'busy' } : { kind: 'ready' }}
          />
        </Stack>
      </form>
    </Section>
  )
}
