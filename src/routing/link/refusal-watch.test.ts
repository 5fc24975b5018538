// When an operator's refusals are about the route, and when about the messages.
import { describe, expect, test } from 'vitest'
import { asE164, Personal } from '../../kernel/index.ts'
import type { SubmitOutcome } from './operator-link.ts'
import { RefusalWatch } from './refusal-watch.ts'

const refused: SubmitOutcome = {
  kind: 'refused',
  status: 400,
  statusName: 'HTTP 400',
  action: 'give_up',
}
const accepted: SubmitOutcome = { kind: 'accepted', operatorMessageId: '1' }
const number = (last: number) => {
  const read = asE164(`+3363998${String(last).padStart(4, '0')}`)
  if (read === null) throw new Error('no number')
  return new Personal(read)
}
const actions = (
  watch: RefusalWatch,
  outcomes: readonly SubmitOutcome[],
  to = (at: number) => at,
) =>
  outcomes.map((outcome, at) => {
    const judged = watch.judge(number(to(at)), outcome)
    return judged.kind === 'refused' ? judged.action : judged.kind
  })
const times = (count: number, outcome = refused) => Array.from({ length: count }, () => outcome)

describe('an operator that refuses', () => {
  test('all of it from the first is heard as "later" once that is plain', () => {
    const watch = new RefusalWatch()
    const ended = ['give_up', 'give_up', 'give_up', 'give_up', 'give_up']
    expect(actions(watch, times(7))).toEqual([...ended, 'retry', 'retry'])
    expect(watch.refusesAll).toBe(true)
    expect(actions(watch, [accepted, refused])).toEqual(['accepted', 'give_up'])
    expect(watch.refusesAll).toBe(false)
  })

  test('what comes after one that it took refuses the messages', () => {
    const watch = new RefusalWatch()
    expect(actions(watch, [refused, accepted, ...times(49)]).slice(2)).not.toContain('retry')
    expect(watch.refusesAll).toBe(false)
  })

  test('everything from some moment on, as where credit ran out, is heard as "later"', () => {
    const watch = new RefusalWatch()
    const heard = actions(watch, [accepted, ...times(60)])
    expect(heard.filter((one) => one === 'give_up')).toHaveLength(50)
    expect(heard.slice(-10)).toEqual(times(10).map(() => 'retry'))
    expect(watch.refusesAll).toBe(true)
    expect(actions(watch, [accepted, refused])).toEqual(['accepted', 'give_up'])
  })

  test('some, between those that it takes or for several reasons, refuses the messages', () => {
    const other: SubmitOutcome = { ...refused, statusName: 'HTTP 400 other' }
    for (const between of [accepted, other]) {
      const watch = new RefusalWatch()
      const some = Array.from({ length: 300 }, (_, at) => (at % 40 === 0 ? between : refused))
      expect(actions(watch, [accepted, ...some])).not.toContain('retry')
    }
  })

  test('one number again and again, after others were taken, refuses the number', () => {
    const watch = new RefusalWatch()
    expect(actions(watch, [accepted, ...times(80)], () => 1)).not.toContain('retry')
  })

  test('one number alone refuses the number', () => {
    const watch = new RefusalWatch()
    expect(actions(watch, times(50), () => 1)).not.toContain('retry')
  })

  test('for now, or says nothing, is no part of it', () => {
    const watch = new RefusalWatch()
    const later: SubmitOutcome = { ...refused, action: 'retry' }
    actions(watch, [...times(4), ...times(50, later)])
    expect(watch.refusesAll).toBe(false)
  })
})
