// The frame around every screen of someone logged in: top bar, navigation, content.
import { AppShell } from '@mantine/core'
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import '../frame/frame.css'
import { useLanguage } from '../data/language.tsx'
import { SandboxBanner } from '../frame/sandbox-banner.tsx'
import { SideBar } from '../frame/side-bar.tsx'
import { TopBar } from '../frame/top-bar.tsx'
import { useArrival } from '../frame/use-arrival.ts'
import { useKeptFocus } from '../frame/use-kept-focus.ts'

const MenuDrawer = lazy(async () => ({
  default: (await import('../frame/menu-drawer.tsx')).MenuDrawer,
}))

const BackToDraft = lazy(async () => ({
  default: (await import('../screens/campaigns/kept/back-to-draft.tsx')).BackToDraft,
}))

export function Frame(props: { children: ReactNode }) {
  const [isOpened, { toggle, close }] = useDisclosure(false)
  const [isNarrow, setNarrow] = useLocalStorage({
    key: 'accord.narrow-side-bar',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const { words } = useLanguage()
  // Whoever chooses an entry of the drawer goes to its screen, and not back to the button.
  const [comesBack, setComesBack] = useState(true)
  const [wasOpened, setWasOpened] = useState(false)
  const open = () => {
    setComesBack(true)
    setWasOpened(true)
    toggle()
  }
  const leave = () => {
    setComesBack(false)
    close()
  }
  const content = useRef<HTMLElement>(null)
  useArrival(content, words.appName)
  useKeptFocus()
  return (
    <>
      {/* First of all that the keyboard reaches. */}
      <a className="accord-skip" href="#content">
        {words.frame.skip}
      </a>
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: isNarrow ? 64 : 232, breakpoint: 'sm', collapsed: { mobile: true } }}
        padding="lg"
      >
        <AppShell.Header>
          <TopBar isOpened={isOpened} toggle={open} />
        </AppShell.Header>
        <AppShell.Navbar p="xs" aria-label={words.navigation.label} visibleFrom="sm">
          <SideBar isNarrow={isNarrow} toggle={() => setNarrow(!isNarrow)} />
        </AppShell.Navbar>
        {wasOpened ? (
          <Suspense>
            <MenuDrawer isOpened={isOpened} comesBack={comesBack} close={close} leave={leave} />
          </Suspense>
        ) : null}
        <AppShell.Main id="content" ref={content} tabIndex={-1}>
          <SandboxBanner />
          <Suspense>
            <BackToDraft />
          </Suspense>
          {props.children}
        </AppShell.Main>
      </AppShell>
    </>
  )
}
