// A thin line above every screen of a trial account: that nothing leaves, and what can be tried.
import { Anchor, Text } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../data/language.tsx'
import { useSession } from '../data/session.tsx'
import { paths } from '../paths.ts'

export function SandboxBanner() {
  const w = useWords().frame
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
      </Text>
    </div>
  )
}
