// The button of one's own menu; what opens behind it comes once the page is there.
import { Avatar, UnstyledButton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useLanguage } from '../data/language.tsx'
import { useSession } from '../data/session.tsx'
import { fill } from '../words/fill.ts'
import { initialsOf } from './initials.ts'

const UserMenu = lazy(async () => ({ default: (await import('./user-menu.tsx')).UserMenu }))

export function UserButton() {
  const { words } = useLanguage()
  const { me } = useSession()
  const name = me.user?.name ?? me.account.name
  const waiting = (
    <UnstyledButton className="accord-user" aria-label={fill(words.frame.userMenu, { name })}>
      <Avatar size={32} radius="xl" color="cyan.9" variant="filled" aria-hidden>
        {initialsOf(name)}
      </Avatar>
    </UnstyledButton>
  )
  return (
    <Suspense fallback={waiting}>
      <UserMenu />
    </Suspense>
  )
}
