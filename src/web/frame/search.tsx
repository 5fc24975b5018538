// Search and commands, from any screen: by the button in the bar, or by Ctrl or ⌘ and K.
import { Kbd, UnstyledButton } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useLanguage } from '../data/language.tsx'

const SearchDialog = lazy(async () => ({
  default: (await import('./search-dialog.tsx')).SearchDialog,
}))

const isMac = /Mac|iPhone|iPad/.test(window.navigator.userAgent)

export function Search() {
  const { words } = useLanguage()
  const w = words.overview
  const [isOpened, { open, close }] = useDisclosure(false)
  const [openings, setOpenings] = useState(0)
  // Whoever goes on to another screen does not come back to the button.
  const [comesBack, setComesBack] = useState(true)
  const begin = () => {
    setComesBack(true)
    setOpenings((before) => before + 1)
    open()
  }
  const leave = () => {
    setComesBack(false)
    close()
  }
  // In a field as well: these keys write nothing.
  useHotkeys([['mod+K', begin]], [])
  return (
    <>
      <UnstyledButton
        className="accord-search"
        onClick={begin}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <IconSearch size={16} aria-hidden />
        <span>{w.search}</span>
        <Kbd size="xs" aria-hidden>
          {isMac ? '⌘K' : 'Ctrl K'}
        </Kbd>
      </UnstyledButton>
      {openings > 0 ? (
        <Suspense>
          <SearchDialog
            isOpened={isOpened}
            opening={openings}
            comesBack={comesBack}
            close={close}
            leave={leave}
          />
        </Suspense>
      ) : null}
    </>
  )
}
