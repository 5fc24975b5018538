// One's own e-mail address: another one is asked for here, and counts once its link is opened.
import { Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../../data/client.ts'
import { dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { ProofFields, useProof } from '../../ui/proof-fields.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer, Failed } from '../../ui/states.tsx'
import { ownEmailWords } from '../../words/entrance/own-email.ts'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'

const key = ['email-change']

function Waiting(props: { email: string; expiresAt: string; onWithdrawn: () => void }) {
  const { language, words } = useLanguage()
  const w = own(words, ownEmailWords)
  const queries = useQueryClient()
  const withdraw = useMutation({
    mutationFn: () => call('DELETE /v1/me/email-change'),
    onSuccess: async () => {
      props.onWithdrawn()
      await queries.invalidateQueries({ queryKey: key })
    },
  })
  const until = dateTime(language, props.expiresAt)
  return (
    <Stack align="flex-start">
      <Text role="status">{fill(w.waits, { email: props.email, until })}</Text>
      <Text size="sm" c="dimmed">
        {w.told}
      </Text>
      {withdraw.error ? <Failed error={withdraw.error} /> : null}
      <ActionButton
        variant="default"
        label={w.withdraw}
        state={{ kind: withdraw.isPending ? 'busy' : 'ready' }}
        onPress={() => withdraw.mutate()}
      />
    </Stack>
  )
}

function AskForm() {
  const { words } = useLanguage()
  const w = own(words, ownEmailWords)
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const { proof, setProof, body } = useProof()
  const ask = useMutation({
    mutationFn: () => call('POST /v1/me/email-change', { body: { email: email.trim(), ...body } }),
    onSuccess: (answer) => queries.setQueryData(key, answer),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          type="email"
          label={w.next}
          autoComplete="email"
          maxLength={254}
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ProofFields proof={proof} onChange={setProof} label={words.access.password.current} />
        {ask.error ? <Failed error={ask.error} /> : null}
        <ActionButton
          submit
          variant="default"
          label={w.submit}
          state={{ kind: ask.isPending ? 'busy' : 'ready' }}
        />
      </Stack>
    </form>
  )
}

export function EmailSection(props: { email: string }) {
  const { words } = useLanguage()
  const w = own(words, ownEmailWords)
  const [isWithdrawn, setWithdrawn] = useState(false)
  const change = useQuery({ queryKey: key, queryFn: () => call('GET /v1/me/email-change') })
  return (
    <Section title={w.title} lead={w.lead} narrow>
      <div>
        <Text size="xs" c="dimmed">
          {w.now}
        </Text>
        <Text>{props.email}</Text>
      </div>
      <Answer query={change}>
        {({ waiting }) =>
          waiting === null ? (
            <>
              {isWithdrawn ? <Text role="status">{w.withdrawn}</Text> : null}
              <AskForm />
            </>
          ) : (
            <Waiting {...waiting} onWithdrawn={() => setWithdrawn(true)} />
          )
        }
      </Answer>
    </Section>
  )
}
