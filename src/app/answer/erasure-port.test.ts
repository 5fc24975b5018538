// Which supplier is told of an erasure, of whom, and which has nothing left to be told.
import { expect, test } from 'vitest'
import type { SupplierView } from '../../governance/index.ts'
import type { SubjectId } from '../../kernel/index.ts'
import { recipientOf } from './erasure-port.ts'

const dayMs = 86_400_000
const at = Date.parse('2026-11-30T12:00:00Z')
const [young, old] = ['a', 'b'] as unknown as [SubjectId, SubjectId]
const carried = [
  { supplierId: 's', subjectId: young, lastAt: at - 29 * dayMs },
  { supplierId: 's', subjectId: old, lastAt: at - 31 * dayMs },
  { supplierId: 'other', subjectId: old, lastAt: at },
]
const supplier = (more: object) =>
  ({
    ...{ id: 's', name: 'Opérateur', country: 'FR', contracts: [{ kind: 'processor' }] },
    ...{ numbersKeptDays: null, erasureAddress: null, ...more },
  }) as unknown as SupplierView

test.each([
  ['keeps for a term', { numbersKeptDays: 30 }, null, [young]],
  ['declares no term', {}, null, [young, old]],
  ['keeps for a shorter time than has passed', { numbersKeptDays: 10 }, 'not_kept', []],
  ['is this installation', { contracts: [{ kind: 'own' }] }, 'own', [young, old]],
  [
    'stands for another, whose address is declared',
    { contracts: [{ kind: 'own' }], erasureAddress: 'dpo@operateur.example' },
    null,
    [young, old],
  ],
])('a supplier that %s', (_what, more, untold, subjects) => {
  expect(recipientOf(supplier(more), carried, at)).toMatchObject([{ untold, subjects }])
})

test('who carried nothing is no recipient', () => {
  expect(recipientOf(supplier({ id: 'third' }), carried, at)).toEqual([])
})
