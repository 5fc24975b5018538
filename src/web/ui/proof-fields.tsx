// Who asks shows again who they are: their password, and a second factor where they have one.
import { Alert, PasswordInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PasskeyAnswer } from '../../accounts/contract.ts'
import { call } from '../data/client.ts'
import { useLanguage } from '../data/language.tsx'
import { useSession } from '../data/session.tsx'
import { own } from '../words/own.ts'
import { factorWords } from '../words/second-factors.ts'
import { PasskeyButton } from './passkey-button.tsx'

/** `secondFactor`: what was typed, or what a passkey answered. */
export type Proof = { password: string; secondFactor: string | PasskeyAnswer }

/** `body` leaves the factor out where there is none to show. */
export function useProof() {
  const [proof, setProof] = useState<Proof>({ password: '', secondFactor: '' })
  const { password, secondFactor } = proof
  const shown = typeof secondFactor === 'string' ? secondFactor.trim() : secondFactor
  return {
    proof,
    setProof,
    clear: () => setProof({ password: '', secondFactor: '' }),
    body: shown === '' ? { password } : { password, secondFactor: shown },
  }
}

type Props = { proof: Proof; onChange: (proof: Proof) => void }

/** `label`: where the password is called otherwise. */
export function ProofFields(props: Props & { label?: string }) {
  const { proof, onChange } = props
  const { words } = useLanguage()
  const { me } = useSession()
  const w = own(words, factorWords).proof
  return (
    <>
      <PasswordInput
        label={props.label ?? w.password}
        required
        autoComplete="current-password"
        value={proof.password}
        onChange={(event) => onChange({ ...proof, password: event.currentTarget.value })}
      />
      {me.secondFactor?.isEnrolled === true ? (
        <FactorField proof={proof} onChange={onChange} />
      ) : null}
    </>
  )
}

function FactorField({ proof, onChange }: Props) {
  const { words } = useLanguage()
  const all = own(words, factorWords)
  const factors = useQuery({
    queryKey: ['second-factors'],
    queryFn: () => call('GET /v1/me/second-factors'),
  })
  const has = factors.data?.items.some(({ kind }) => kind === 'passkey') === true
  const { secondFactor } = proof
  if (typeof secondFactor !== 'string') {
    return (
      <Alert color="teal" role="status">
        {all.passkey.shown}
      </Alert>
    )
  }
  return (
    <>
      {has ? (
        <PasskeyButton
          passkeysAt={factors.data?.passkeysAt ?? null}
          passkeysFor={factors.data?.passkeysFor ?? []}
          challenge={() => call('POST /v1/me/passkey-challenges')}
          onAnswer={(answer) => onChange({ ...proof, secondFactor: answer })}
        />
      ) : null}
      <TextInput
        label={all.proof.code}
        description={all.proof.codeHelp}
        required
        autoComplete="one-time-code"
        maxLength={40}
        value={secondFactor}
        onChange={(event) => onChange({ ...proof, secondFactor: event.currentTarget.value })}
      />
    </>
  )
}
