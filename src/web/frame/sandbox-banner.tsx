// A thin line above every screen of a trial account: that nothing leaves, and what can be tried.
import { Text } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useWords } from '../data/language.tsx'
import { useSession } from '../data/session.tsx'

export function SandboxBanner() {
  const w = useWords().frame
  const { me } = useSession()
  if (me.account.kind !== 'sandbox') return null
  return (
    <div className="accord-sandbox" role="note">
      <IconFlask size={16} stroke={1.6} aria-hidden />
      <Text size="xs">{w.sandbox}</Text>
    </div>
  )
}
