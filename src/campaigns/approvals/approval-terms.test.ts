// Who may approve whose campaign: by its author, its size and what it overrides.
import { expect, test } from 'vitest'
import type { UserId } from '../../kernel/index.ts'
import { demandAnother } from './approval-terms.ts'

const [ada, bo] = ['ada' as UserId, 'bo' as UserId]
const reason = 'Un rappel, et non une offre.'
type Case = {
  by: UserId | null
  author: UserId | null
  receive?: number
  above?: number | null
  overrides?: boolean
}

// biome-ignore format: a table reads as a table
const cases: readonly (readonly [Case, string | null])[] = [
  [{ by: ada, author: ada }, null],
  [{ by: ada, author: ada, receive: 10, above: 10 }, null],
  [{ by: ada, author: ada, receive: 11, above: 10 }, 'campaigns.needs_another'],
  [{ by: ada, author: ada, receive: 1, above: 0 }, 'campaigns.needs_another'],
  [{ by: bo, author: ada, receive: 11, above: 10 }, null],
  // A token is nobody's second pair of eyes; what a program wrote, one user reads.
  [{ by: null, author: ada, receive: 11, above: 10 }, 'campaigns.needs_another'],
  [{ by: null, author: null, receive: 11, above: 10 }, 'campaigns.needs_another'],
  [{ by: null, author: null, receive: 10, above: 10 }, null],
  [{ by: ada, author: null, receive: 11, above: 10 }, null],
  // What is overridden needs another whatever its size.
  [{ by: ada, author: ada, overrides: true }, 'campaigns.override_needs_another'],
  [{ by: bo, author: ada, overrides: true }, null],
]
test.each(cases)('%j: %s', (asked, code) => {
  const campaign = {
    preparedBy: asked.author,
    overrideReason: asked.overrides === true ? reason : null,
  }
  const terms = { by: asked.by, receive: asked.receive ?? 1, anotherAbove: asked.above ?? null }
  const act = () => demandAnother(campaign, terms)
  if (code === null) expect(act).not.toThrow()
  else expect(act).toThrow(expect.objectContaining({ code }))
})
