// Adding a passkey: name and password, what the browser asks, recovery codes with the first.
import { Anchor, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../data/client.ts'
import { useLanguage } from '../../data/language.tsx'
import { makePasskey, NoPasskey } from '../../ui/passkey.ts'
import { PasskeyFailed } from '../../ui/passkey-button.tsx'
import { ProofFields, useProof } from '../../ui/proof-fields.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { own } from '../../words/own.ts'
import { factorWords } from '../../words/second-factors.ts'
import { Added, type EnrolProps } from './enrol-form.tsx'

export function PasskeyForm(props: EnrolProps) {
  const { words } = useLanguage()
  const all = own(words, factorWords)
  const w = all.passkey
  const [name, setName] = useState(w.nameExample)
  const { proof, setProof, body } = useProof()
  const add = useMutation({
    mutationFn: async () => {
      const begun = await call('POST /v1/me/passkeys', { body: { name: name.trim(), ...body } })
      const passkey = await makePasskey(begun.options)
      const params = { id: begun.id }
      return call('POST /v1/me/passkeys/{id}/confirmation', { params, body: { passkey } })
    },
    // A passkey that was shown is used up: the next try shows it again.
    onError: () => setProof({ ...proof, secondFactor: '' }),
  })
  if (add.data !== undefined) {
    return <Added said={w.addedNow} codes={add.data.recoveryCodes ?? []} {...props} />
  }
  return (
    <RecordForm
      label={w.add}
      save={w.begin}
      state={{ kind: add.isPending ? 'busy' : 'ready' }}
      error={add.error instanceof NoPasskey ? null : add.error}
      done={null}
      onSubmit={() => add.mutate()}
    >
      <Text size="sm">{w.what}</Text>
      <TextInput
        label={w.name}
        description={all.profile.nameHelp}
        required
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ProofFields proof={proof} onChange={setProof} />
      {add.error instanceof NoPasskey ? <PasskeyFailed error={add.error} /> : null}
      {props.onCancel === undefined ? null : (
        <Anchor component="button" type="button" size="sm" onClick={props.onCancel}>
          {all.profile.cancel}
        </Anchor>
      )}
    </RecordForm>
  )
}
