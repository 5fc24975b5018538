// The main job as a newcomer sees it: the demo runs, from the samples to a falsified proof.
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { command } from '../../src/cli/demo.ts'
import type { Language } from '../../src/kernel/index.ts'
import { demoWords } from '../../src/words/index.ts'
import { eventually } from '../support/wait.ts'

async function demo(language: Language, ...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const exitCode = await command.run(args, {
    stdin: Readable.from([]),
    stdout: { write: (text) => out.push(String(text)) },
    stderr: { write: (text) => err.push(String(text)) },
    language,
  })
  return { exitCode, out: out.join(''), err: err.join('') }
}

const left = () => readdirSync(tmpdir()).filter((name) => /^accord-(?:once|ledger)-/.test(name))

/** Whatever has come since goes; a demo beside this test may be a little later. */
async function untilNoneIsNew(before: readonly string[]): Promise<void> {
  await eventually(async () => left().every((name) => before.includes(name)) || null)
}

test('from three contact files to a proof that an altered byte breaks, each claim checked', async () => {
  const before = left()
  const { exitCode, out, err } = await demo('fr')
  expect([exitCode, err]).toEqual([0, ''])
  const { fr } = demoWords
  for (const claim of [
    fr.filesMasked,
    fr.wordingRefused,
    fr.countsAdd,
    fr.approvalOfAnother,
    fr.stopCarried,
    fr.onlyTheAlert,
    fr.storyWhole,
    fr.verifierSaysYes,
  ]) {
    expect(out).toContain(`✓ ${claim}`)
  }
  expect(out).toMatch(/leaf \d+: /)
  // Numbers are masked in all that is shown.
  expect(out).not.toMatch(/63998\d{4}|39 98 \d\d \d\d/)
  await untilNoneIsNew(before)
}, 90_000)

test('without its files the demo starts nothing and says where it looked', async () => {
  const { exitCode, out, err } = await demo('en', '--samples', '/nowhere')
  expect([exitCode, out]).toEqual([1, ''])
  expect(err).toContain('/nowhere')
})
