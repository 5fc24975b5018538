// Who asks shows again who they are: their password, and a code where they have a second factor.
import { PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLanguage } from '../data/language.tsx'
import { useSession } from '../data/session.tsx'
import { own } from '../words/own.ts'
import { factorWords } from '../words/second-factors.ts'

export type Proof = { password: string; secondFactor: string }

/** `body` leaves the code out where there is none to show. */
export function useProof() {
  const [proof, setProof] = useState<Proof>({ password: '', secondFactor: '' })
  const { password, secondFactor } = proof
  const code = secondFactor.trim()
  return {
    proof,
    setProof,
    clear: () => setProof({ password: '', secondFactor: '' }),
    body: code === '' ? { password } : { password, secondFactor: code },
  }
}

/** `label`: where the password is called otherwise. */
export function ProofFields(props: {
  proof: Proof
  onChange: (proof: Proof) => void
  label?: string
}) {
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
        <TextInput
          label={w.code}
          description={w.codeHelp}
          required
          autoComplete="one-time-code"
          maxLength={40}
          value={proof.secondFactor}
          onChange={(event) => onChange({ ...proof, secondFactor: event.currentTarget.value })}
        />
      ) : null}
    </>
  )
}
