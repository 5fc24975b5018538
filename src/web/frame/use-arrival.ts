// What happens when somebody arrives on a screen: the window's title says where,
// the focus goes there.
import { type RefObject, useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

const isField = (element: Element | null) =>
  element !== null && ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName)

/**
 * A screen's heading may come late, after what it asks for: whoever has gone on to a field or to a
 * dialog by then is not torn from it.
 */
export function useArrival(content: RefObject<HTMLElement | null>, appName: string): void {
  const { pathname } = useLocation()
  // The first screen after a login is another one; a page that the browser loads is not.
  const isLoaded = useNavigationType() === 'POP'
  const cameFrom = useRef(isLoaded ? pathname : null)
  useEffect(() => {
    const place = content.current
    if (place === null) return
    const isAnotherScreen = cameFrom.current !== pathname
    cameFrom.current = pathname
    let mayFocus = isAnotherScreen
    const before = document.activeElement
    if (isAnotherScreen) window.scrollTo(0, 0)
    const arrive = () => {
      const heading = place.querySelector('h1')
      if (heading === null) return
      document.title = `${heading.textContent} · ${appName}`
      if (!mayFocus) return
      mayFocus = false
      const now = document.activeElement
      // Whoever came for one section stands at its title, if it has come already.
      if (window.location.hash !== '' && now?.tagName === 'H2') return
      // A dialog may have been opened before this screen came.
      if (now?.closest('[role="dialog"]') != null || (now !== before && isField(now))) return
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
    }
    arrive()
    const watcher = new MutationObserver(arrive)
    watcher.observe(place, { childList: true, subtree: true, characterData: true })
    return () => watcher.disconnect()
  }, [pathname, content, appName])
}
