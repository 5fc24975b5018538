// Clicks that come together are counted together: one write at a time for each link.
import type { AccountId } from '../kernel/index.ts'
import type { WhoClicked } from './who-clicked.ts'

export type Click = { accountId: AccountId; id: string; who: WhoClicked }
/** Resolves once the click is counted; rejects where the write that it was part of did not go. */
export type CountClick = (click: Click) => Promise<void>

type Counting = { next: { clicks: number; done: Promise<void> } | null; under: Promise<unknown> }

/**
 * All clicks of a day on one link are one row. After a campaign hundreds a second would wait for
 * its lock, each with a connection that requests of everybody else wait for.
 */
export function clickCounter(write: (click: Click, clicks: number) => Promise<void>): CountClick {
  const counting = new Map<string, Counting>()

  return (click) => {
    const key = `${click.id} ${click.who}`
    const known = counting.get(key) ?? { next: null, under: Promise.resolve() }
    counting.set(key, known)
    if (known.next !== null) {
      known.next.clicks += 1
      return known.next.done
    }
    const next = { clicks: 1, done: Promise.resolve() }
    next.done = known.under.then(() => {
      known.next = null
      return write(click, next.clicks)
    })
    known.next = next
    const over = next.done
      .catch(() => undefined)
      .then(() => {
        if (known.under === over) counting.delete(key)
      })
    known.under = over
    return next.done
  }
}
