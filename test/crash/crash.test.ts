// The short form of `npm run crash`, and that its audit can find what it looks for.
import { expect, test } from 'vitest'
import { program } from '../support/program.ts'
import { judge, readLine, TakenSegments, toldNothing } from './audit.ts'
import { runCrash } from './run-crash.ts'

test('three kills under load: nothing lost, nothing twice, what is unsure is told and ends', async () => {
  const said: string[] = []
  const report = await runCrash({
    program,
    kills: 3,
    messages: 2_400,
    seed: 4,
    tell: (line) => said.push(line),
  })
  expect(said.filter((line) => line.startsWith('kill'))).toHaveLength(3)
  expect(report).toMatchObject({ kills: 3, lost: 0, doubled: 0, unsettled: 0 })
  expect(report.campaignMessages).toBeGreaterThanOrEqual(2_400)
  expect(report.alerts).toBeGreaterThan(10)
  // What nobody can know was taken or not: each is told as maybe sent.
  const known = report.segmentsTaken + report.maybeSent
  expect(known).toBeGreaterThanOrEqual(report.campaignMessages)
  expect(report.segmentsTaken).toBeGreaterThan(2_000)
  expect(report.maybeSent).toBeLessThanOrEqual(report.maybeSentBound)
  expect(report.walSyncs).toBeGreaterThan(10)
  expect(report.settings).toContain('fsync on')
}, 400_000)

const line = (tag: string, id: string, place = '-') =>
  [1, '33639980001', 'LUMEN', place, id, Buffer.from(`Lumen ${tag} :`).toString('hex')].join('\t')

const taken = (...lines: string[]) => {
  const segments = new TakenSegments()
  for (const one of lines) {
    const segment = readLine(one)
    if (segment !== null) segments.add(segment)
  }
  return segments.byTag().get('K7Z')
}

test('the audit finds a segment that was taken twice, and no other', () => {
  const once = taken(line('K7Z', '1', '9.2.1'), line('K7Z', '2', '9.2.2'), line('K8Z', '3'))
  const twice = taken(line('K7Z', '1'), line('K7Z', '2'))
  const expected = { messages: 1, mayRepeat: false }
  const told = { ...toldNothing, messages: 1 }
  expect(judge(expected, told, once)).toMatchObject({ lost: 0, doubled: 0 })
  expect(judge(expected, told, twice)).toMatchObject({ lost: 0, doubled: 1 })
  expect(judge({ ...expected, mayRepeat: true }, told, twice)).toMatchObject({
    doubled: 0,
    repeated: 1,
  })
})

test('the audit finds what is missing, in no state, in two, stuck, or said to be sent', () => {
  const expected = { messages: 3, mayRepeat: false }
  const lost = (told: Partial<typeof toldNothing>) =>
    judge(expected, { ...toldNothing, messages: 3, ...told }, taken(line('K7Z', '1'))).lost
  expect(lost({})).toBe(0)
  expect(lost({ maybeSent: 2 })).toBe(0)
  for (const kind of ['nowhere', 'inTwo', 'stuck', 'untrue'] as const) {
    expect([kind, lost({ [kind]: 2 })]).toEqual([kind, 2])
  }
  expect(lost({ messages: 1 })).toBe(2)
})
