// Lets sending go on after a restore: what becomes of what waits, and of advertising,
// is chosen first.
import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import type { ReleaseRequest } from '../../../sending/contract.ts'
import { useWords } from '../../data/language.tsx'
import { AskTwice } from '../../ui/ask-twice.tsx'
import { Failed } from '../../ui/states.tsx'
import { useAllowed } from '../../ui/use-allowed.ts'
import { own } from '../../words/own.ts'
import { restoredWords } from '../../words/restored.ts'
import { useRelease } from './restored-queries.ts'

export function ReleaseSending() {
  const w = own(useWords(), restoredWords)
  const { sending } = useRelease()
  const [how, setHow] = useState<ReleaseRequest>({ waiting: 'end', marketing: 'keep' })
  const state = useAllowed('installation.manage', sending.isPending)
  return (
    <Stack>
      <Radio.Group
        label={w.waiting}
        value={how.waiting}
        onChange={(waiting) => setHow({ ...how, waiting: waiting === 'send' ? 'send' : 'end' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="end" label={w.waitings.end} />
          <Radio value="send" label={w.waitings.send} />
        </Stack>
      </Radio.Group>
      <Radio.Group
        label={w.marketing}
        value={how.marketing}
        onChange={(marketing) =>
          setHow({ ...how, marketing: marketing === 'release' ? 'release' : 'keep' })
        }
      >
        <Stack gap="xs" mt="xs">
          <Radio value="keep" label={w.marketings.keep} />
          <Radio value="release" label={w.marketings.release} />
        </Stack>
      </Radio.Group>
      {sending.error ? <Failed error={sending.error} /> : null}
      <AskTwice
        key={`${how.waiting} ${how.marketing}`}
        label={w.release}
        what={w.releaseWhat[how.waiting]}
        sure={w.sure}
        keep={w.keep}
        state={state}
        onSure={() => sending.mutate(how)}
      />
    </Stack>
  )
}

export function ReleaseMarketing() {
  const w = own(useWords(), restoredWords)
  const { marketing } = useRelease()
  const state = useAllowed('installation.manage', marketing.isPending)
  return (
    <Stack>
      {marketing.error ? <Failed error={marketing.error} /> : null}
      <AskTwice
        label={w.marketingRelease}
        what={w.marketingWhat}
        sure={w.sure}
        keep={w.keep}
        state={state}
        onSure={() => marketing.mutate()}
      />
    </Stack>
  )
}
