// verify.mjs on evidence made to fool its reader: other keys, links, names that say otherwise.
import {
  appendFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ConsentFixture,
  consentFixture,
  rowOf,
} from '../../../test/support/consent-fixture.ts'
import { newTestFolder, removeTestFolder } from '../../../test/support/folder.ts'
import { verify } from '../../../test/support/run-verifier.ts'
import type { EntryId } from '../../kernel/index.ts'
import { encodeBundle, tilePath } from '../../ledger/index.ts'
import { ledgerSigner, sha256 } from './signing-key.ts'

let fixture: ConsentFixture
/** A true export, one person's entries, and the key as an auditor noted it. */
let ledger: string
let person: string
let key: string
/** A key of somebody else, of the same name. */
let foreign: string
let size: number
const folders: string[] = []

const inTx = <T>(work: Parameters<typeof fixture.test.database.inAccount<T>>[1]) =>
  fixture.test.database.inAccount(fixture.accountId, work)
const newFolder = (): string => {
  const folder = newTestFolder()
  folders.push(folder)
  return folder
}
const forger = ledgerSigner(Buffer.alloc(32, 7))
const origin = () => `accord.example/ledger/${fixture.accountId}`

type Exported = { path: string; bytes: Uint8Array }
async function lay(files: Iterable<Exported> | AsyncIterable<Exported>): Promise<string> {
  const folder = newFolder()
  for await (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return folder
}

beforeAll(async () => {
  fixture = await consentFixture()
  const wording = await fixture.publish()
  const people = await fixture.people(300)
  const done = await inTx((tx) =>
    fixture.consent.recordConsents(tx, fixture.caller, {
      ...{ controllerId: fixture.controllerId, channel: 'sms', purpose: 'offers' },
      grade: 'import_declared',
      rows: people.map((one) => rowOf(one, wording.wordingId)),
    }),
  )
  await fixture.consent.sequenceOnce(fixture.accountId)
  const disclose = done.entryIds.slice(5, 7) as EntryId[]
  ledger = await lay(
    await inTx((tx) => fixture.consent.exportLedger(tx, fixture.accountId, { disclose })),
  )
  const asked = { subjectId: people[7]?.subjectId ?? people[0]?.subjectId, language: 'en' } as never
  person = await lay(
    (await inTx((tx) => fixture.consent.provePerson(tx, fixture.accountId, asked))).files,
  )
  const own = newFolder()
  key = join(own, 'noted.key')
  cpSync(join(ledger, 'ledger.key'), key)
  foreign = `${forger.keyText(origin())}\n`
  size = Number(readFileSync(join(ledger, 'checkpoint'), 'utf8').split('\n')[1])
})
afterAll(async () => {
  for (const folder of folders) removeTestFolder(folder)
  await fixture?.close()
})

function copy(of: string): string {
  const folder = newFolder()
  cpSync(of, folder, { recursive: true })
  return folder
}

/** A copy of a folder with one thing done to it, and what is said of it by the auditor's key. */
async function forged(of: string, forge: (folder: string) => void, ...options: string[]) {
  const folder = copy(of)
  forge(folder)
  return verify(folder, '--key', key, ...options)
}

describe('the key that came with the evidence', () => {
  it('is told with all of it, and the verdict says on what it rests', async () => {
    for (const folder of [ledger, person]) {
      const { code, out } = await verify(folder)
      expect(code).toBe(0)
      expect(out).toContain(readFileSync(key, 'utf8').trim())
      expect(out).toMatch(/VERDICT: true, if the key that came with .* is genuine/)
      const own = await verify(folder, '--key', key)
      expect(own.code).toBe(0)
      expect(own.out).toMatch(/^VERDICT: true$/m)
    }
  })

  it('never passes where it is another than the one that was given', async () => {
    for (const folder of [ledger, person]) {
      const lay = (into: string) => writeFileSync(join(into, 'ledger.key'), foreign)
      const { code, out } = await forged(folder, lay)
      expect(code).toBe(1)
      expect(out).toContain('another key than the one that you gave')
      expect(out).toContain(foreign.trim())
      expect(out).toContain('VERDICT: FALSE')
      const malformed = await forged(folder, (into) =>
        writeFileSync(join(into, 'ledger.key'), 'no key\n'),
      )
      expect(malformed).toMatchObject({ code: 1 })
      expect(malformed.out).toContain('not an Ed25519 verifier key')
    }
    const lay = (into: string) => writeFileSync(join(into, 'ledger.key'), foreign)
    const french = await forged(person, lay, '--language', 'fr')
    expect(french.out).toContain('c’est une autre clé que celle que vous avez donnée')
  })

  it('does not become the auditor’s own by being given from the folder', async () => {
    for (const of of [ledger, person]) {
      const folder = copy(of)
      const link = join(newFolder(), 'mine.key')
      symlinkSync(join(folder, 'ledger.key'), link)
      for (const file of [join(folder, 'ledger.key'), link]) {
        const { out } = await verify(folder, '--key', file)
        expect(out).toContain('the key that you gave lies in the folder itself')
        expect(out).toMatch(/VERDICT: true, if/)
      }
    }
  })

  it('is another than that of tiles that two versions are compared by', async () => {
    const folder = copy(ledger)
    writeFileSync(join(folder, 'ledger.key'), foreign)
    const checkpoint = join(ledger, 'checkpoint')
    const compared = ['--compare', checkpoint, checkpoint] as const
    const other = await verify(...compared, '--key', key, '--tiles', folder)
    expect(other).toMatchObject({ code: 1 })
    expect(other.out).toContain('another key than the one that you gave')
    const own = await verify(...compared, '--tiles', ledger)
    expect(own.out).toMatch(/VERDICT: true, if/)
    expect(await verify(...compared)).toMatchObject({ code: 2 })
  })

  it('is the one of a certificate too', async () => {
    const name = 'accord.example/certificates'
    const genuine = ledgerSigner(Buffer.alloc(32, 9))
    const at = '2026-11-26T09:00:00.000Z'
    const said = (named: string) => ({
      ...{ format: 'accord-account-deletion', version: 1, key: named, request: { at } },
      ...{ account: { id: 'x', number: 3 }, destroyed: [] },
      ...{ keysDestroyedAt: at, began: at, ended: at, backupsEnd: at },
    })
    const lay = (signer: typeof genuine, named: string) => {
      const file = join(newFolder(), 'certificate.txt')
      writeFileSync(file, signer.signNote(name, `${JSON.stringify(said(named))}\n`))
      return file
    }
    const noted = join(newFolder(), 'noted.key')
    writeFileSync(noted, `${genuine.keyText(name)}\n`)
    const own = lay(genuine, genuine.keyText(name))
    expect((await verify(own)).out).toMatch(/VERDICT: true, if the key that came with it/)
    expect((await verify(own, '--key', noted)).out).toMatch(/^VERDICT: true$/m)
    const others = lay(forger, forger.keyText(name))
    expect(await verify(others, '--key', noted)).toMatchObject({ code: 1 })
    const named = await verify(lay(genuine, forger.keyText(name)), '--key', noted)
    expect(named).toMatchObject({ code: 1 })
    expect(named.out).toContain('another key than the one that you gave')
  })
})

describe('what lies in the folder', () => {
  it('is a plain file, and no link to what the reader has', async () => {
    const elsewhere = newFolder()
    for (const of of [ledger, person]) {
      const part = of === ledger ? 'disclosures' : 'entries'
      const asLinks: ((folder: string) => void)[] = [
        (folder) => {
          cpSync(join(folder, 'checkpoint'), join(elsewhere, 'checkpoint'))
          rmSync(join(folder, 'checkpoint'))
          symlinkSync(join(elsewhere, 'checkpoint'), join(folder, 'checkpoint'))
        },
        (folder) => {
          rmSync(join(elsewhere, part), { recursive: true, force: true })
          renameSync(join(folder, part), join(elsewhere, part))
          symlinkSync(join(elsewhere, part), join(folder, part))
        },
        (folder) => symlinkSync('/dev/zero', join(folder, 'wordings', 'zero.txt')),
      ]
      for (const forge of asLinks) {
        const { code, out } = await forged(of, forge)
        expect([code, out]).toEqual([1, expect.stringContaining('it is a link, or no plain file')])
        expect(out).toContain('VERDICT: FALSE')
      }
    }
  })

  it('is never read past what such a file can be', async () => {
    const grow = (path: string) => (folder: string) => truncateSync(join(folder, path), 3 * 2 ** 30)
    for (const [of, path] of [
      [ledger, 'checkpoint'],
      [ledger, 'ledger.key'],
      [ledger, 'tile/0/000'],
      [ledger, 'tile/entries/000'],
      [ledger, `disclosures/${6}.json`],
      [person, 'about.json'],
    ] as const) {
      const { code, out } = await forged(of, grow(path))
      expect([path, code, out]).toEqual([path, 1, expect.stringContaining('VERDICT: FALSE')])
      expect(out).toMatch(/larger than/)
    }
  })

  it('is told where nothing of it was checked', async () => {
    const { code, out } = await forged(ledger, (folder) => {
      writeFileSync(join(folder, 'consents of Zoé.txt'), 'signed, really')
      const beyond = encodeBundle([Buffer.from('{"k":"consent.given"}')])
      mkdirSync(join(folder, 'tile', 'entries', '002.p'))
      writeFileSync(join(folder, tilePath('entries', 2, 1)), beyond)
    })
    expect(code).toBe(0)
    const note = out.split('\n').find((line) => line.startsWith('note  not checked: '))
    expect(note).toContain('README.txt')
    expect(note).toContain('consents of Zoé.txt')
    expect(note).toContain('tile/entries/002.p/1')
    const own = await forged(person, (folder) => writeFileSync(join(folder, 'more.txt'), ''))
    expect(own).toMatchObject({ code: 0 })
    expect(own.out).toContain('not checked: more.txt')
  })

  it('has tiles of every level that are those of its entries', async () => {
    const { code, out } = await forged(ledger, (folder) => {
      const path = join(folder, tilePath(1, 0, 1))
      const octets = readFileSync(path)
      octets[3] = (octets[3] ?? 0) ^ 1
      writeFileSync(path, octets)
    })
    expect(code).toBe(1)
    expect(out).toContain('does not hold the hashes of what lies below it')
  })
})

describe('evidence of single entries', () => {
  const shown = (folder: string, seq: number) => join(folder, 'disclosures', `${seq}.json`)
  const proof = (folder: string, seq: number) => join(folder, 'proofs', `${seq}.tlog-proof`)

  it('is of the entry that its file is named after', async () => {
    const swapped = await forged(ledger, (folder) => {
      cpSync(shown(folder, 6), shown(folder, 7))
      cpSync(proof(folder, 6), proof(folder, 7))
    })
    expect(swapped.code).toBe(1)
    expect(swapped.out).toContain('disclosures/7.json: it is of entry 6')
    expect(swapped.out).toContain('proofs/7.tlog-proof: it is the proof of entry 6')
    for (const name of ['disclosures/seven.json', 'disclosures/06.json', 'proofs/6.txt']) {
      const { code, out } = await forged(ledger, (folder) =>
        cpSync(shown(folder, 6), join(folder, name)),
      )
      expect([code, out]).toEqual([1, expect.stringContaining(`${name}: its name is no entry's`)])
    }
    const none = await forged(ledger, (folder) => cpSync(shown(folder, 6), shown(folder, 9_999)))
    expect(none).toMatchObject({ code: 1 })
    expect(none.out).toContain('disclosures/9999.json: the ledger has no such entry')
  })

  it('reads to a person as it reads to the program', async () => {
    for (const forge of [
      (text: string) => text.replace('"seq"', '"body": "He agreed to everything.",\n  "seq"'),
      (text: string) => text.replace('"seq"', '"note": "checked by a notary",\n  "seq"'),
    ]) {
      const { code, out } = await forged(ledger, (folder) => {
        const path = shown(folder, 6)
        writeFileSync(path, forge(readFileSync(path, 'utf8')))
      })
      expect([code, out]).toEqual([1, expect.stringContaining('more than its three fields')])
    }
  })

  it('is no text that no entry published', async () => {
    const text = 'I agree to everything.'
    const name = `${Buffer.from(sha256(Buffer.from(text))).toString('hex')}.txt`
    const { code, out } = await forged(ledger, (folder) =>
      writeFileSync(join(folder, 'wordings', name), text),
    )
    expect([code, out]).toEqual([1, expect.stringContaining(`${name}: no entry published it`)])
  })

  it('is no text in a folder further down, whatever its name', async () => {
    const [published = ''] = readdirSync(join(ledger, 'wordings'))
    for (const path of [`more/${published}`, `more/deep/${published}`, `.more/${published}`]) {
      const { code, out } = await forged(ledger, (folder) => {
        mkdirSync(dirname(join(folder, 'wordings', path)), { recursive: true })
        writeFileSync(join(folder, 'wordings', path), 'I agree to everything.')
      })
      const told = `wordings/${path}: no entry published it`
      expect([code, out]).toEqual([1, expect.stringContaining(told)])
    }
  })

  it('has a checkpoint that fits the tree shown, by the right key too', async () => {
    const signer = ledgerSigner(fixture.vault.accountSigningSeed(fixture.accountId))
    // A proof without a path is true of a tree of one entry, whose root is the entry's hash.
    const lone = (folder: string, seq: number, of: number) => {
      const hashes = readFileSync(join(folder, tilePath(0, 0, 256)))
      const root = hashes.subarray(seq * 32, seq * 32 + 32)
      const note = signer.signCheckpoint({ origin: origin(), size: of, root })
      return `c2sp.org/tlog-proof@v1\nindex ${seq}\n\n${note}`
    }
    const true0 = await forged(ledger, (folder) =>
      writeFileSync(proof(folder, 0), lone(folder, 0, 1)),
    )
    expect(true0).toMatchObject({ code: 0 })
    // Two trees of two entries with one first leaf: the second is not the folder's.
    const split = await forged(ledger, (folder) => {
      const first = readFileSync(join(folder, tilePath(0, 0, 256))).subarray(0, 32)
      const sibling = Buffer.alloc(32, 5)
      const root = sha256(Buffer.concat([Buffer.from([1]), first, sibling]))
      const note = signer.signCheckpoint({ origin: origin(), size: 2, root })
      const path = sibling.toString('base64')
      writeFileSync(proof(folder, 0), `c2sp.org/tlog-proof@v1\nindex 0\n${path}\n\n${note}`)
    })
    expect(split.code).toBe(1)
    expect(split.out).toContain("a proof's checkpoint of 2 entries has another root")
  })
})

describe('how it is asked', () => {
  it('passes over no option that was given', async () => {
    for (const options of [
      ['--language', 'fr'],
      ['--tiles', ledger],
      ['--key', key],
      ['--at-once', 'none'],
    ]) {
      const { code } = await verify(ledger, '--key', key, ...options)
      expect([options, code]).toEqual([options, 2])
    }
    const older = join(ledger, 'checkpoint')
    for (const [name, value] of [
      ['--older-checkpoint', older],
      ['--at-once', '5'],
    ] as const) {
      expect(await verify(person, name, value)).toMatchObject({ code: 2 })
    }
  })

  it('finds the same in many readings as in one', async () => {
    const whole = await verify(ledger, '--key', key)
    const often = await verify(ledger, '--key', key, '--at-once', '50')
    expect(often).toEqual(whole)
    expect(whole.out).toContain(`${size} entries`)
  })

  it('says what it cannot read', async () => {
    const folder = copy(ledger)
    rmSync(join(folder, 'checkpoint'))
    mkdirSync(join(folder, 'checkpoint'))
    expect(await verify(folder, '--key', key)).toMatchObject({ code: 1 })
    appendFileSync(join(folder, 'huge.key'), 'x'.repeat(5_000))
    expect(await verify(ledger, '--key', join(folder, 'huge.key'))).toMatchObject({ code: 2 })
    const linked = join(folder, 'hard')
    linkSync(join(ledger, 'ledger.key'), linked)
    expect(await verify(ledger, '--key', linked)).toMatchObject({ code: 0 })
  })
})
