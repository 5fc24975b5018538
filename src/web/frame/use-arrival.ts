// What happens when somebody arrives on a screen: the window's title says where, the focus goes there.
import { type RefObject, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/**
 * A screen's heading may come late, after what it asks for. The focus goes to it only while it is
 * still where the click left it: whoever has begun to write in a field is not torn from it.
 */
export function useArrival(content: RefObject<HTMLElement | null>, appName: string): void {
  const { pathname } = useLocation()
  const cameFrom = useRef(pathname)
  useEffect(() => {
    const place = content.current
    if (place === null) return
    const isAnotherScreen = cameFrom.current !== pathname
    cameFrom.current = pathname
    let mayFocus = isAnotherScreen
    if (isAnotherScreen) window.scrollTo(0, 0)
    const arrive = () => {
      const heading = place.querySelector('h1')
      if (heading === null) return
      document.title = `${heading.textContent} · ${appName}`
      if (!mayFocus) return
      mayFocus = false
      if (place.contains(document.activeElement)) return
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
    }
    arrive()
    const watcher = new MutationObserver(arrive)
    watcher.observe(place, { childList: true, subtree: true, characterData: true })
    return () => watcher.disconnect()
  }, [pathname, content, appName])
}
