// Where an objection stands by its day, its answers and who has gone; and what it bars.
import { expect, test } from 'vitest'
import { barAfter, barStart, type ObjectionAnswer, standingOf } from './objection.ts'

const [before, day, later, end] = [100, 200, 300, 400] as const
const bar = { from: day }
const answer = (outcome: ObjectionAnswer['outcome'], until: number | null = null) => ({
  ...{ outcome, until, at: before },
})
const of = (more: object) => ({ bar, last: null, gone: null, changeAt: day, ...more })

test.each([
  ['no answer before its day', of({}), before, { state: 'waits', answerBy: day, isBarred: false }],
  ['no answer on its day', of({}), day, { state: 'blocked', answerBy: day, isBarred: true }],
  [
    'dropped',
    of({ bar: null, last: answer('dropped') }),
    later,
    { state: 'answered', answerBy: null, isBarred: false },
  ],
  [
    'put off, before the new day',
    of({ bar: { from: later }, last: answer('put_off', later) }),
    day,
    { state: 'answered', answerBy: later, isBarred: false },
  ],
  [
    'put off, and its new day has come',
    of({ bar: { from: later }, last: answer('put_off', later) }),
    later,
    { state: 'blocked', answerBy: later, isBarred: true },
  ],
  [
    'by another route',
    of({ last: answer('other_route') }),
    later,
    { state: 'answered', answerBy: null, isBarred: true },
  ],
  [
    'may end, before the last day',
    of({ last: answer('may_end', end) }),
    later,
    { state: 'answered', answerBy: end, isBarred: true },
  ],
  [
    'may end, and the account stayed: no day makes a consent of it',
    of({ last: answer('may_end', end) }),
    end,
    { state: 'blocked', answerBy: end, isBarred: true },
  ],
  [
    'withdrawn',
    of({ bar: null, last: answer('withdrawn') }),
    later,
    { state: 'withdrawn', answerBy: null, isBarred: false },
  ],
  [
    'given up before it began',
    of({ gone: day }),
    before,
    { state: 'void', answerBy: null, isBarred: false },
  ],
  ['ended since', of({ gone: later }), later, { state: 'void', answerBy: null, isBarred: false }],
  ['to end later', of({ gone: end }), later, { state: 'blocked', answerBy: day, isBarred: true }],
] as const)('%s', (_what, one, at, expected) => {
  expect(standingOf(one, at)).toEqual(expected)
})

test.each([
  ['dropped', null, null],
  ['withdrawn', null, null],
  ['put_off', later, { from: later }],
  ['other_route', null, { from: day }],
  ['may_end', end, { from: day }],
  // Also where the account may end its contract until a day before the bar.
  ['may_end', before, { from: day }],
] as const)('%s makes of the bar what it says', (outcome, until, expected) => {
  expect(barAfter({ outcome, until }, { since: day, at: before })).toEqual(expected)
})

test('an answer that comes late bars from its own instant', () => {
  const late = { since: day, at: later }
  expect(barAfter({ outcome: 'other_route', until: null }, late)).toEqual({ from: later })
})

test('it bars from the day of the change, and at once whoever works there already', () => {
  expect([barStart(later, day), barStart(before, day)]).toEqual([later, day])
})
