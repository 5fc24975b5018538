// The way to the help of the screen that is open; the help itself comes when it is asked for.
import { ActionIcon } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHelp } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { useLanguage } from '../data/language.tsx'
import { onHelpAsked } from './open-next.ts'
import { topicOf } from './topics.ts'

const HelpDrawer = lazy(async () => ({ default: (await import('./help-drawer.tsx')).HelpDrawer }))

export function HelpButton() {
  const { words } = useLanguage()
  const [isOpened, { open, close }] = useDisclosure(false)
  const [wasOpened, setWasOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const topic = topicOf(useLocation().pathname)
  useEffect(
    () =>
      onHelpAsked(() => {
        setWasOpened(true)
        open()
      }),
    [open],
  )
  if (topic === null) return null
  // The drawer that comes with its first opening does not know who opened it.
  const leave = () => {
    close()
    button.current?.focus()
  }
  const press = () => {
    setWasOpened(true)
    open()
  }
  return (
    <>
      <ActionIcon
        ref={button}
        variant="subtle"
        color="gray"
        size={36}
        onClick={press}
        aria-label={words.frame.help}
        aria-haspopup="dialog"
      >
        <IconHelp size={20} stroke={1.6} aria-hidden />
      </ActionIcon>
      {wasOpened ? (
        <Suspense>
          <HelpDrawer topic={topic} isOpened={isOpened} close={leave} />
        </Suspense>
      ) : null}
    </>
  )
}
