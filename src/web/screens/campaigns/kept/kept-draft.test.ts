// What was kept of a campaign is read again only where it is what was written.
import { expect, test } from 'vitest'
import { emptyDraft } from '../draft.ts'
import { keptFrom } from './kept-draft.ts'

const kept = {
  draft: { ...emptyDraft(null), name: 'Soldes', text: 'Bonjour {first_name}' },
  begunWith: JSON.stringify(emptyDraft(null)),
  at: 1_700_000_000_000,
}

test('what was written comes back as it was', () => {
  expect(keptFrom(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  const template = { id: 'a', version: 2 }
  const whole = { ...kept, draft: { ...kept.draft, template, class: 'alert', basis: 'contract' } }
  expect(keptFrom(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
})

test.each([
  ['nothing', null],
  ['text', 'draft'],
  ['no draft', { begunWith: '', at: 1 }],
  ['no instant', { ...kept, at: 'now' }],
  ['a field that is gone', { ...kept, draft: { ...kept.draft, sender: undefined } }],
  ['a class that does not exist', { ...kept, draft: { ...kept.draft, class: 'spam' } }],
  ['a template without its version', { ...kept, draft: { ...kept.draft, template: { id: 'a' } } }],
  ['half a message an hour', { ...kept, draft: { ...kept.draft, perHour: 0.5 } }],
])('%s is not read', (_, value) => {
  expect(keptFrom(value)).toBeNull()
})
