// The bell itself, with how many notifications are not read.
import { ActionIcon, type ActionIconProps } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import type { Ref } from 'react'
import { unreadMax } from '../../notifications/contract.ts'
import { useLanguage } from '../data/language.tsx'
import { fill } from '../words/fill.ts'

export function BellSign({
  unread,
  onPress,
  ...rest
}: ActionIconProps & { unread: number; onPress?: () => void; ref?: Ref<HTMLButtonElement> }) {
  const { words } = useLanguage()
  const w = words.notifications
  const count = unread > unreadMax ? fill(w.atLeast, { count: String(unreadMax) }) : String(unread)
  return (
    <ActionIcon
      {...rest}
      size={32}
      variant="subtle"
      color="gray"
      className="accord-bell-sign"
      aria-label={unread === 0 ? w.bell : fill(w.bellUnread, { count })}
      onClick={onPress}
    >
      <IconBell size={20} stroke={1.6} aria-hidden />
      {unread === 0 ? null : (
        <span className="accord-bell-count" aria-hidden>
          {count}
        </span>
      )}
    </ActionIcon>
  )
}
