// Adding an authenticator app: password, picture and key, first code, recovery codes.
import { Alert, Anchor, Code, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { SecondFactorBegun } from '../../../accounts/contract.ts'
import { call } from '../../data/client.ts'
import { useLanguage, useWords } from '../../data/language.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { ProofFields, useProof } from '../../ui/proof-fields.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Failed } from '../../ui/states.tsx'
import { own } from '../../words/own.ts'
import { factorWords } from '../../words/second-factors.ts'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

export type EnrolProps = {
  /** What stands on the button below the recovery codes. */
  done: string
  /** The app is added, and codes that were shown were kept. */
  onDone(): void
  onCancel?: () => void
}
type Props = EnrolProps

const stateOf = (isBusy: boolean) => ({ kind: isBusy ? 'busy' : 'ready' }) as const

export function EnrolForm(props: Props) {
  const [begun, setBegun] = useState<SecondFactorBegun | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { addedNow } = own(useWords(), factorWords).profile
  if (codes !== null) return <Added said={addedNow} codes={codes} {...props} />
  if (begun === null) return <Begin onBegun={setBegun} {...props} />
  return <Confirm begun={begun} onConfirmed={setCodes} {...props} />
}

function Begin(props: Props & { onBegun(begun: SecondFactorBegun): void }) {
  const { words } = useLanguage()
  const w = own(words, factorWords).profile
  const [name, setName] = useState(w.nameExample)
  const { proof, setProof, body } = useProof()
  const begin = useMutation({
    mutationFn: () => call('POST /v1/me/second-factors', { body: { name: name.trim(), ...body } }),
    onSuccess: props.onBegun,
  })
  return (
    <RecordForm
      label={w.add}
      save={w.begin}
      state={stateOf(begin.isPending)}
      error={begin.error}
      done={null}
      onSubmit={() => begin.mutate()}
    >
      <TextInput
        label={w.name}
        description={w.nameHelp}
        required
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ProofFields proof={proof} onChange={setProof} />
      <Cancel {...props} />
    </RecordForm>
  )
}

/** The key in groups of four, as it is typed. */
const inGroups = (key: string) => key.replace(/.{4}(?=.)/g, '$& ')

function Confirm(
  props: Props & { begun: SecondFactorBegun; onConfirmed(codes: readonly string[]): void },
) {
  const { words } = useLanguage()
  const w = own(words, factorWords).profile
  const { id, key, uri } = props.begun
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () =>
      call('POST /v1/me/second-factors/{id}/confirmation', {
        params: { id },
        body: { code: code.trim() },
      }),
    onSuccess: ({ recoveryCodes }) => props.onConfirmed(recoveryCodes ?? []),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate()
  }
  return (
    <form onSubmit={submit} aria-label={w.add}>
      <Stack>
        <Text size="sm">{w.scan}</Text>
        <QrCode text={uri} label={w.picture} />
        <div>
          <Text size="xs" c="dimmed">
            {w.key}
          </Text>
          <Code style={{ overflowWrap: 'anywhere' }}>{inGroups(key)}</Code>
        </div>
        <TextInput
          label={w.code}
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {confirm.error ? <Failed error={confirm.error} /> : null}
        <Group align="center">
          <ActionButton submit label={w.confirm} state={stateOf(confirm.isPending)} />
          <Cancel {...props} />
        </Group>
      </Stack>
    </form>
  )
}

/** The session knows from here on; what is shown once must not go with what it shows. */
export function Added(props: Props & { said: string; codes: readonly string[] }) {
  const { words } = useLanguage()
  const w = own(words, factorWords).profile
  const isFirst = props.codes.length > 0
  return (
    <Stack>
      <Alert color="teal" role="status">
        {isFirst ? `${props.said} ${w.ended}` : props.said}
      </Alert>
      {isFirst ? (
        <RecoveryCodes codes={props.codes} done={props.done} onDone={props.onDone} />
      ) : (
        <ActionButton label={props.done} state={{ kind: 'ready' }} onPress={props.onDone} />
      )}
    </Stack>
  )
}

function Cancel({ onCancel }: Pick<Props, 'onCancel'>) {
  const { words } = useLanguage()
  if (onCancel === undefined) return null
  return (
    <Anchor component="button" type="button" size="sm" onClick={onCancel}>
      {own(words, factorWords).profile.cancel}
    </Anchor>
  )
}
