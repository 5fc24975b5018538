// Whoever presses a button that waits for its answer, or that goes, keeps their place on the page.
import { useEffect } from 'react'

const rooms = '[role="dialog"], main, header, nav'

/** From what has the focus outwards, as far as the part of the page that it stands in. */
function placesOf(element: HTMLElement): HTMLElement[] {
  const room = element.closest(rooms)
  const places: HTMLElement[] = []
  for (let one: HTMLElement | null = element; one !== null && room?.contains(one) === true; ) {
    places.push(one)
    one = one.parentElement
  }
  return places
}

const isShut = (element: HTMLElement) => element.matches(':disabled')
const isBusy = (element: HTMLElement) => element.matches('[data-loading]')

/** What is no control takes the focus this once: a click on its text later is nobody's wish. */
function focusOn(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex') && element.tabIndex < 0) {
    element.tabIndex = -1
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  }
  element.focus({ preventScroll: true })
}

/**
 * A browser gives the focus to nothing when its element is disabled or goes. It comes back to a
 * button that has its answer, and else to what is left around it: the next key goes on from there,
 * and stays in a dialog.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let places: HTMLElement[] = []
    let wasShut = false
    let timer: number | undefined
    const keep = () => {
      timer = undefined
      const [last, ...around] = places
      if (last === undefined || document.activeElement !== document.body) return
      if (last.isConnected && !isShut(last)) {
        if (wasShut) focusOn(last)
      } else if (!last.isConnected || !isBusy(last)) {
        const left = around.find((one) => one.isConnected)
        if (left !== undefined) focusOn(left)
      }
    }
    const changed = () => {
      const [last] = places
      if (last !== undefined && isShut(last)) wasShut = true
      // The browser takes the focus away once it has drawn, and another part may want it.
      timer ??= window.setTimeout(keep, 50)
    }
    const came = ({ target }: FocusEvent) => {
      places = target instanceof HTMLElement ? placesOf(target) : []
      wasShut = false
    }
    // A pointer on no control leaves the place by intention.
    const left = () => {
      places = []
    }
    const watcher = new MutationObserver(changed)
    const attributeFilter = ['disabled', 'data-loading']
    watcher.observe(document.body, { childList: true, subtree: true, attributeFilter })
    document.addEventListener('focusin', came)
    document.addEventListener('pointerdown', left)
    return () => {
      watcher.disconnect()
      window.clearTimeout(timer)
      document.removeEventListener('focusin', came)
      document.removeEventListener('pointerdown', left)
    }
  }, [])
}
