// Which part a receipt without a known id is about: by what else it says, when exactly one fits.
// Pure.
import type { TracedUnmatched, UnsettledPart } from '../store/unsettled-store.ts'

export type Traced = { part: UnsettledPart; key: string; how: 'reference' | 'number' }

/** An operator's dates are of the minute, and its clock is its own; so is that of another node. */
const clockSlackMs = 120_000

/** All receipts of one id: they are about one part. */
type Story = { key: string; unmatched: TracedUnmatched[] }

/**
 * A receipt and a part that fit each other and nothing else belong together. Several parts of one
 * message with as many receipts do too, when all receipts say the same: whichever is whose, the
 * truth is the same. Everything else is ambiguous, and stays as it is.
 */
export function traceParts(
  parts: readonly UnsettledPart[],
  unmatched: readonly TracedUnmatched[],
): Traced[] {
  const byTag = new Map<string, { parts: UnsettledPart[]; unmatched: TracedUnmatched[] }>()
  for (const part of parts) {
    const known = byTag.get(part.tag)
    if (known === undefined) byTag.set(part.tag, { parts: [part], unmatched: [] })
    else known.parts.push(part)
  }
  for (const receipt of unmatched) byTag.get(receipt.tag)?.unmatched.push(receipt)
  return [...byTag.values()].flatMap((one) => traceOneNumber(one.parts, one.unmatched))
}

function traceOneNumber(
  parts: readonly UnsettledPart[],
  unmatched: readonly TracedUnmatched[],
): Traced[] {
  const stories = storiesOf(unmatched)
  const left = new Set(parts)
  const traced: Traced[] = []
  const open = new Set(stories)
  for (const story of stories) {
    if (!open.has(story)) continue
    const group = groupAround(story, stories, parts)
    for (const one of group.stories) open.delete(one)
    if (!isPlain(group)) continue
    for (const [index, one] of group.stories.entries()) {
      const part = group.parts[index]
      if (part === undefined || !left.delete(part)) continue
      const hasEcho = one.unmatched.some(({ reference }) => reference !== null)
      traced.push({ part, key: one.key, how: hasEcho ? 'reference' : 'number' })
    }
  }
  return traced
}

function storiesOf(unmatched: readonly TracedUnmatched[]): Story[] {
  const byKey = new Map<string, Story>()
  for (const receipt of unmatched) {
    const story = byKey.get(receipt.key)
    if (story === undefined) byKey.set(receipt.key, { key: receipt.key, unmatched: [receipt] })
    else story.unmatched.push(receipt)
  }
  return [...byKey.values()]
}

/**
 * A part that left by another node's clock just after the receipt came may be the one that it is
 * about: nothing is concluded of such a part, and nothing of others that the receipt fits.
 */
function mayFit(story: Story, part: UnsettledPart): boolean {
  return story.unmatched.every((receipt) => {
    if (receipt.tag !== part.tag || receipt.receivedAt < part.leftAt - clockSlackMs) return false
    if (receipt.reference !== null && receipt.reference !== part.reference) return false
    if (receipt.sender !== null && receipt.sender !== part.sender) return false
    return receipt.doneAt === null || receipt.doneAt >= part.leftAt - clockSlackMs
  })
}

const fits = (story: Story, part: UnsettledPart): boolean =>
  mayFit(story, part) && story.unmatched.every(({ receivedAt }) => receivedAt >= part.leftAt)

type Group = { stories: Story[]; parts: UnsettledPart[] }

/** Everything that hangs together with a story: what may fit it, what may fit that, and so on. */
function groupAround(
  start: Story,
  stories: readonly Story[],
  parts: readonly UnsettledPart[],
): Group {
  const group: Group = { stories: [start], parts: [] }
  for (const story of group.stories) {
    for (const part of parts) {
      if (group.parts.includes(part) || !mayFit(story, part)) continue
      group.parts.push(part)
      for (const other of stories) {
        if (!group.stories.includes(other) && mayFit(other, part)) group.stories.push(other)
      }
    }
  }
  return group
}

function isPlain({ stories, parts }: Group): boolean {
  if (parts.length !== stories.length) return false
  if (!stories.every((story) => parts.every((part) => fits(story, part)))) return false
  if (parts.length === 1) return true
  const [first] = parts
  const isOneMessage = parts.every((part) => part.messageId === first?.messageId)
  const outcomes = stories.map(({ unmatched }) =>
    unmatched
      .map(({ outcome }) => outcome)
      .sort()
      .join(),
  )
  const allSame = outcomes.every((outcome) => outcome === outcomes[0])
  return isOneMessage && allSame
}
