// Shows a passkey in place of a code, where the user has one and the address allows it.
import { Alert, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { PasskeyAnswer } from '../../accounts/contract.ts'
import { useLanguage } from '../data/language.tsx'
import { fill } from '../words/fill.ts'
import { own } from '../words/own.ts'
import { factorWords } from '../words/second-factors.ts'
import { ActionButton } from './action-button.tsx'
import { NoPasskey, showPasskey, worksHere } from './passkey.ts'
import { Failed } from './states.tsx'

type Props = {
  passkeysAt: string | null
  /** Names that the user’s passkeys are for, where none answers this address. */
  passkeysFor: readonly string[]
  /** Of what is asked here. */
  challenge(): Promise<{ options: object }>
  onAnswer(answer: PasskeyAnswer): void
}

export function PasskeyButton({ passkeysAt, passkeysFor, challenge, onAnswer }: Props) {
  const { words } = useLanguage()
  const w = own(words, factorWords).passkey
  const show = useMutation({
    mutationFn: async () => showPasskey((await challenge()).options),
    onSuccess: onAnswer,
  })
  if (passkeysFor.length > 0) return <PasskeysOfOther names={passkeysFor} />
  if (!worksHere(passkeysAt)) return <PasskeysElsewhere passkeysAt={passkeysAt} />
  return (
    <Stack gap="xs">
      <ActionButton
        label={w.use}
        state={{ kind: show.isPending ? 'busy' : 'ready' }}
        onPress={() => show.mutate()}
      />
      <PasskeyFailed error={show.error} />
    </Stack>
  )
}

export function PasskeyFailed({ error }: { error: Error | null }) {
  const { words } = useLanguage()
  if (error === null) return null
  if (!(error instanceof NoPasskey)) return <Failed error={error} />
  return (
    <Alert color="red" role="alert">
      {own(words, factorWords).passkey.none}
    </Alert>
  )
}

/** The installation had another address: none that the user has answers this one. */
export function PasskeysOfOther({ names }: { names: readonly string[] }) {
  const { words } = useLanguage()
  const w = own(words, factorWords).passkey
  return (
    <Alert color="orange" role="status">
      {fill(w.ofOther, { names: names.join(', ') })}
    </Alert>
  )
}

/** Why none can be used on this page, and where one can. */
export function PasskeysElsewhere({ passkeysAt }: Pick<Props, 'passkeysAt'>) {
  const { words } = useLanguage()
  const w = own(words, factorWords).passkey
  return (
    <Text size="sm" c="dimmed">
      {passkeysAt === null ? w.nowhere : fill(w.elsewhere, { address: passkeysAt })}
    </Text>
  )
}
