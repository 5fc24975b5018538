// The ledger of a test's account, exported and checked as an auditor does it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ConsentFixture } from './consent-fixture.ts'
import { newTestFolder, removeTestFolder } from './folder.ts'

/** What verify.mjs says; it throws where something is wrong. */
export async function verified(fixture: ConsentFixture): Promise<string> {
  const { accountId, consent, test } = fixture
  await consent.sequenceOnce(accountId)
  const folder = newTestFolder()
  try {
    const files = await test.database.inAccount(accountId, (tx) =>
      consent.exportLedger(tx, accountId, { disclose: [] }),
    )
    for await (const { path, bytes } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytes)
    }
    return execFileSync(process.execPath, ['verify.mjs', folder], { encoding: 'utf8' })
  } finally {
    removeTestFolder(folder)
  }
}
