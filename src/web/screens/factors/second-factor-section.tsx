// One's own second factors: what there is, adding one, turning one off, new recovery codes.
import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SecondFactorList, SecondFactorView } from '../../../accounts/contract.ts'
import { call } from '../../data/client.ts'
import { count, dateTime } from '../../data/format.ts'
import { useLanguage } from '../../data/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { worksHere } from '../../ui/passkey.ts'
import { PasskeysElsewhere, PasskeysOfOther } from '../../ui/passkey-button.tsx'
import { ProofFields, useProof } from '../../ui/proof-fields.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import { Section } from '../../ui/section.tsx'
import { Answer } from '../../ui/states.tsx'
import { fill } from '../../words/fill.ts'
import { own } from '../../words/own.ts'
import { factorWords } from '../../words/second-factors.ts'
import { EnrolForm } from './enrol-form.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

const key = ['second-factors']
/** From here on it is time for new ones. */
const few = 3
const stateOf = (isBusy: boolean) => ({ kind: isBusy ? 'busy' : 'ready' }) as const

function useRefresh() {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: key })
    await queries.invalidateQueries({ queryKey: ['me'] })
  }
}

function FactorLine({ factor }: { factor: SecondFactorView }) {
  const { language, words } = useLanguage()
  const all = own(words, factorWords)
  const w = all.profile
  const refresh = useRefresh()
  const [opened, { open, close }] = useDisclosure(false)
  const { proof, setProof, body, clear } = useProof()
  const remove = useMutation({
    mutationFn: () =>
      call('POST /v1/me/second-factors/{id}/removal', { params: { id: factor.id }, body }),
    onSuccess: async () => {
      close()
      await refresh()
    },
    onSettled: clear,
  })
  const { name, createdAt, lastUsedAt } = factor
  return (
    <Group justify="space-between" align="flex-start">
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {factor.kind === 'passkey' ? all.passkey.one : w.app} ·{' '}
          {fill(w.added, { date: dateTime(language, createdAt) })} ·{' '}
          {lastUsedAt === null
            ? w.neverUsed
            : fill(w.used, { date: dateTime(language, lastUsedAt) })}
        </Text>
      </div>
      <Button variant="default" size="xs" onClick={open} aria-label={fill(w.removeName, { name })}>
        {w.remove}
      </Button>
      <Dialog opened={opened} onClose={close} title={fill(w.removeTitle, { name })}>
        <Stack>
          <Text size="sm">{factor.kind === 'passkey' ? all.passkey.removeWhat : w.removeWhat}</Text>
          <RecordForm
            save={w.removeNow}
            state={stateOf(remove.isPending)}
            error={remove.error}
            done={null}
            onSubmit={() => remove.mutate()}
          >
            <ProofFields proof={proof} onChange={setProof} />
          </RecordForm>
        </Stack>
      </Dialog>
    </Group>
  )
}

function Recovery({ left, onCodes }: { left: number; onCodes(codes: readonly string[]): void }) {
  const { language, words } = useLanguage()
  const w = own(words, factorWords).recovery
  const refresh = useRefresh()
  const [opened, { open, close }] = useDisclosure(false)
  const { proof, setProof, body, clear } = useProof()
  const said = left === 0 ? w.none : left <= few ? w.few : w.left
  const renew = useMutation({
    mutationFn: () => call('POST /v1/me/recovery-codes', { body }),
    onSuccess: async (made) => {
      close()
      onCodes(made.codes)
      await refresh()
    },
    onSettled: clear,
  })
  return (
    <Group justify="space-between">
      <Text size="sm">{fill(said, { count: count(language, left) })}</Text>
      <Button variant="default" size="xs" onClick={open}>
        {w.renew}
      </Button>
      <Dialog opened={opened} onClose={close} title={w.renew}>
        <Stack>
          <Text size="sm">{w.renewWhat}</Text>
          <RecordForm
            save={w.renew}
            state={stateOf(renew.isPending)}
            error={renew.error}
            done={null}
            onSubmit={() => renew.mutate()}
          >
            <ProofFields proof={proof} onChange={setProof} />
          </RecordForm>
        </Stack>
      </Dialog>
    </Group>
  )
}

function Standing({ standing }: Pick<SecondFactorList, 'standing'>) {
  const { language, words } = useLanguage()
  const w = own(words, factorWords).profile
  const { isEnrolled, requiredFrom } = standing
  const isNow = requiredFrom !== null && Date.parse(requiredFrom) <= Date.now()
  return (
    <Group gap="xs">
      <Badge color={isEnrolled ? 'teal' : 'gray'} variant="light" tt="none">
        {isEnrolled ? w.on : w.off}
      </Badge>
      {requiredFrom === null ? null : (
        <Text size="sm">
          {isNow ? w.requiredNow : fill(w.required, { date: dateTime(language, requiredFrom) })}
        </Text>
      )}
    </Group>
  )
}

export function SecondFactorSection() {
  const { words } = useLanguage()
  const all = own(words, factorWords)
  const w = all.profile
  const refresh = useRefresh()
  const [adding, setAdding] = useState<SecondFactorView['kind'] | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const factors = useQuery({
    queryKey: key,
    queryFn: () => call('GET /v1/me/second-factors'),
  })
  const end = async () => {
    setAdding(null)
    await refresh()
  }
  const Form = adding === 'passkey' ? PasskeyForm : EnrolForm
  // What is shown once stands outside what is asked again when somebody comes back to the page.
  if (codes !== null || adding !== null) {
    return (
      <Section title={w.title} lead={w.lead} narrow>
        {codes === null ? (
          <Form
            done={all.recovery.done}
            onDone={() => void end()}
            onCancel={() => setAdding(null)}
          />
        ) : (
          <RecoveryCodes codes={codes} done={all.recovery.done} onDone={() => setCodes(null)} />
        )}
      </Section>
    )
  }
  return (
    <Section title={w.title} lead={w.lead} narrow>
      <Answer query={factors}>
        {({ items, recoveryCodesLeft, standing, passkeysAt, passkeysFor }) => (
          <Stack>
            <Standing standing={standing} />
            {items.map((factor) => (
              <FactorLine key={factor.id} factor={factor} />
            ))}
            {items.length > 0 ? <Recovery left={recoveryCodesLeft} onCodes={setCodes} /> : null}
            {passkeysFor.length > 0 ? <PasskeysOfOther names={passkeysFor} /> : null}
            {worksHere(passkeysAt) ? null : <PasskeysElsewhere passkeysAt={passkeysAt} />}
            <Group>
              {worksHere(passkeysAt) ? (
                <Button
                  variant={items.length === 0 ? 'filled' : 'default'}
                  onClick={() => setAdding('passkey')}
                >
                  {all.passkey.add}
                </Button>
              ) : null}
              <Button
                variant={items.length === 0 && !worksHere(passkeysAt) ? 'filled' : 'default'}
                onClick={() => setAdding('totp')}
              >
                {items.some(({ kind }) => kind === 'totp') ? w.addAnother : w.add}
              </Button>
            </Group>
          </Stack>
        )}
      </Answer>
    </Section>
  )
}
