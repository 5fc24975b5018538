// A thin line above every screen of a trial account: that nothing leaves, and what can be tried.
import { Anchor, Text } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { Link } from 'react-router'
import { dateTime } from '../data/format.ts'
import { useLanguage } from '../data/language.tsx'
import { useSandboxClock, useSetSandboxClock } from '../data/sandbox-clock.ts'
import { useSession } from '../data/session.tsx'
import { paths } from '../paths.ts'
import { fill } from '../words/fill.ts'

/** Where it was set, also how to be back in time. */
function SetClock() {
  const { words, language } = useLanguage()
  const w = words.frame
  const { may } = useSession()
  const { data } = useSandboxClock()
  const set = useSetSandboxClock()
  if (!data?.isMoved) return null
  return (
    <>
      {' '}
      {fill(w.sandboxClock, { when: dateTime(language, data.readsAs) })}{' '}
      {may('account.manage') ? (
        <Anchor component="button" type="button" inherit onClick={() => set.mutate(null)}>
          {w.sandboxClockBack}
        </Anchor>
      ) : null}
    </>
  )
}

export function SandboxBanner() {
  const { words } = useLanguage()
  const w = words.frame
  const { me, may } = useSession()
  if (me.account.kind !== 'sandbox') return null
  return (
    <div className="accord-sandbox" role="note">
      <IconFlask size={16} stroke={1.6} aria-hidden />
      <Text size="xs">
        {w.sandbox}{' '}
        {may('messages.send') ? (
          <Anchor component={Link} to={paths.tryOne} inherit>
            {w.sandboxTry}
          </Anchor>
        ) : null}
        <SetClock />
      </Text>
    </div>
  )
}
