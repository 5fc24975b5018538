// A text as it leaves, with the mention that the route adds: what is counted is what is billed.
import { withOptOutMention } from '../../../countries/index.ts'
import type { RouteView } from '../../../routing/contract.ts'
import { planSegments, type SegmentPlan } from '../../../wire/index.ts'

export type CountingRoute = Pick<
  RouteView,
  'isSandbox' | 'classes' | 'state' | 'concatenation' | 'shiftTables' | 'stopText' | 'stopShortcode'
>

/**
 * The route that a campaign of this account most likely takes: open before others, then as listed.
 */
export function countingRoute(
  routes: readonly CountingRoute[],
  asked: { class: string; isSandboxAccount: boolean },
): CountingRoute | null {
  const wantsSandbox = asked.isSandboxAccount || !routes.some(({ isSandbox }) => !isSandbox)
  const fitting = routes.filter(
    ({ isSandbox, classes, state }) =>
      isSandbox === wantsSandbox &&
      state !== 'closed' &&
      classes.some((one) => one === asked.class),
  )
  return fitting.find(({ state }) => state === 'open') ?? fitting[0] ?? null
}

/** By the functions that the server counts with. `mention`: null where the text has its own. */
export function countedText(
  text: string,
  messageClass: string,
  route: CountingRoute | null,
): { plan: SegmentPlan; mention: string | null } {
  const result =
    messageClass === 'marketing' && route !== null ? withOptOutMention(text, route) : null
  const whole = result?.text ?? text
  const mention = whole.length > text.length ? whole.slice(text.length).trim() : null
  return { plan: planSegments(whole, route?.concatenation, route?.shiftTables), mention }
}
