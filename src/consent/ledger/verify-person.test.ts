// verify.mjs on one person's entries: true, with one bit changed in each part, and of nobody else.

import { createHmac } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ConsentFixture,
  consentFixture,
  type Person,
  rowOf,
  soundText,
} from '../../../test/support/consent-fixture.ts'
import { newTestFolder, removeTestFolder } from '../../../test/support/folder.ts'
import { verify } from '../../../test/support/run-verifier.ts'
import type { Language } from '../../kernel/index.ts'
import { decodeBundle, type Leaf, leafText, parseLeaf } from '../../ledger/index.ts'
import { ledgerSigner } from './signing-key.ts'

let fixture: ConsentFixture
let people: Person[]
let truth: string
/** Of the person in question: agreed in the bulk, said STOP, was let in again, agreed. */
const own = [8, 401, 402, 403]
const folders: string[] = []

const inTx = <T>(work: Parameters<typeof fixture.test.database.inAccount<T>>[1]) =>
  fixture.test.database.inAccount(fixture.accountId, work)
const personAt = (index: number) => people[index] as Person

async function layFolder(person: Person, language: Language = 'en'): Promise<string> {
  const folder = newTestFolder()
  folders.push(folder)
  const asked = { subjectId: person.subjectId, language }
  const { files } = await inTx((tx) => fixture.consent.provePerson(tx, fixture.accountId, asked))
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return folder
}

beforeAll(async () => {
  fixture = await consentFixture()
  const wording = await fixture.publish()
  people = await fixture.people(400)
  const { controllerId } = fixture
  const terms = { controllerId, channel: 'sms', purpose: 'offers' } as const
  await inTx((tx) =>
    fixture.consent.recordConsents(tx, fixture.caller, {
      ...{ ...terms, grade: 'import_declared' },
      rows: people.map((person, index) =>
        rowOf(person, wording.wordingId, { source: `caisse ${index} du magasin` }),
      ),
    }),
  )
  await fixture.consent.sequenceOnce(fixture.accountId)
  fixture.clock.set('2026-11-26T09:00:00Z')
  const { keys, tag } = personAt(7)
  await inTx((tx) =>
    fixture.consent.recordStop(tx, fixture.caller, {
      ...{ tag, keys, scope: 'marketing', reason: 'stop_reply', origin: 'route' },
      at: fixture.clock.now(),
    }),
  )
  const evidence = { grade: 'keyword_from_handset' as const, source: null }
  await inTx((tx) =>
    fixture.consent.recordConsent(tx, fixture.caller, {
      ...{ ...terms, keys, tag, wordingId: wording.wordingId, witness: 'server' },
      evidence: { ...evidence, givenAt: fixture.clock.now() },
    }),
  )
  // A neighbour in the same tile goes for good.
  await inTx(async (tx) => {
    const { subjectId } = personAt(8)
    await fixture.consent.letGo(tx, fixture.accountId, [subjectId])
    await fixture.consent.endHold(tx, fixture.accountId, subjectId)
  })
  await fixture.consent.sequenceOnce(fixture.accountId)
  truth = await layFolder(personAt(7))
})
afterAll(async () => {
  for (const folder of folders) removeTestFolder(folder)
  await fixture?.close()
})

function copy(): string {
  const folder = newTestFolder()
  folders.push(folder)
  cpSync(truth, folder, { recursive: true })
  return folder
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

describe('the entries of one person', () => {
  it('are true on their own, and told in plain words', async () => {
    const { code, out } = await verify(truth)
    expect(out).toContain('VERDICT: true')
    expect(out).not.toContain('WRONG')
    expect(code).toBe(0)
    expect(out).toContain('4 entries')
    for (const told of [
      'you agreed',
      'you asked to stop',
      'by SMS, for “offers”',
      '26 November 2026',
      soundText,
    ]) {
      expect(out).toContain(told)
    }
    const signed = `accord.example/ledger/${fixture.accountId}, `
    expect(out).toContain(signed)
  })

  it('are told in French where they were asked for so, or where it is asked for', async () => {
    const french = await verify(await layFolder(personAt(7), 'fr'))
    expect(french.code).toBe(0)
    for (const told of ['VERDICT : vrai', 'vous avez demandé l’arrêt des messages', soundText]) {
      expect(french.out).toContain(told)
    }
    expect(await verify(truth, '--language', 'fr')).toMatchObject({ code: 0, out: french.out })
    expect(await verify(truth, '--language', 'de')).toMatchObject({ code: 2 })
  })

  it('hold the key that somebody has, or say so', async () => {
    const signer = ledgerSigner(fixture.vault.accountSigningSeed(fixture.accountId))
    const origin = `accord.example/ledger/${fixture.accountId}`
    const folder = newTestFolder()
    folders.push(folder)
    const [mine, other] = [join(folder, 'mine'), join(folder, 'other')]
    writeFileSync(mine, signer.keyText(origin))
    writeFileSync(other, ledgerSigner(Buffer.alloc(32, 7)).keyText(origin))
    expect(await verify(truth, '--key', mine, '--origin', origin)).toMatchObject({ code: 0 })
    const wrong = await verify(truth, '--key', other)
    expect(wrong).toMatchObject({ code: 1 })
    expect(wrong.out).toContain('checkpoint: no signature is by this key')
    expect((await verify(truth, '--origin', 'elsewhere.example')).out).toContain('not "elsewhere')
  })

  it('lie in the files that the documents name, and in no other', () => {
    const [wording, ...others] = readdirSync(join(truth, 'wordings'))
    expect(others).toEqual([])
    const parts = own.flatMap((seq) => [
      ...[`disclosures/${seq}.json`, `entries/${seq}.json`, `proofs/${seq}.tlog-proof`],
    ])
    expect(filesOf(truth)).toEqual(
      ['about.json', 'checkpoint', 'ledger.key', `wordings/${wording}`, ...parts].sort(),
    )
  })

  it('hold nothing of anybody else but hashes, whether alive or erased', () => {
    const all = filesOf(truth)
      .map((file) => readFileSync(join(truth, file), 'utf8'))
      .join('\n')
    for (const [index, { subjectId, number }] of people.entries()) {
      const mine = index === 7
      expect([index, all.includes(subjectId)]).toEqual([index, mine])
      if (mine) continue
      expect([index, all.includes(number)]).toEqual([index, false])
      expect([index, all.includes(`caisse ${index} du magasin`)]).toEqual([index, false])
    }
    const others = leavesOf().filter(({ seq }) => !own.includes(seq))
    expect(others.length).toBeGreaterThan(396)
    for (const leaf of others) {
      const { seq, cm, lk } = leaf
      expect([seq, all.includes(cm)]).toEqual([seq, false])
      expect([seq, lk !== '' && all.includes(lk)]).toEqual([seq, false])
      expect([seq, all.includes(leafText(leaf))]).toEqual([seq, false])
    }
  })

  it('are not there for somebody whose proofs were destroyed, or who is not known', async () => {
    const asked = { subjectId: personAt(8).subjectId, language: 'en' } as const
    const proofs = await inTx((tx) => fixture.consent.provePerson(tx, fixture.accountId, asked))
    expect(proofs).toEqual({ files: [], waiting: 0, isDamaged: false })
  })

  it('are not given where the ledger’s files prove nothing: an alarm is raised', async () => {
    const seqAt = (bytes: Buffer) => bytes.indexOf('"seq":8,') + '"seq":'.length
    const tiles = join(fixture.dataFolder, 'ledger', fixture.accountId, 'tile')
    const asked = { subjectId: personAt(7).subjectId, language: 'en' } as const
    for (const [file, change] of [
      ['0/000', (bytes: Buffer) => bytes.fill(7, 32 * 9, 32 * 10)],
      ['entries/000', (bytes: Buffer) => bytes.subarray(0, 1_000)],
      ['entries/000', (bytes: Buffer) => bytes.fill('9', seqAt(bytes), seqAt(bytes) + 1)],
    ] as const) {
      const path = join(tiles, file)
      const bytes = readFileSync(path)
      const alarms = fixture.alarms.length
      try {
        writeFileSync(path, change(Buffer.from(bytes)))
        const damaged = await inTx((tx) =>
          fixture.restarted().provePerson(tx, fixture.accountId, asked),
        )
        expect(damaged).toEqual({ files: [], waiting: 0, isDamaged: true })
      } finally {
        writeFileSync(path, bytes)
      }
      const { accountId } = fixture
      expect(fixture.alarms.slice(alarms)).toEqual([
        { accountId, kind: 'ledger_differs', count: 1 },
      ])
    }
  })
})

/** Moves the places of a batch in the database, as a restore of another state would. */
const move = (from: number, to: number) =>
  fixture.test.asSuperuser(async (client) => {
    await client.query('set session_replication_role = replica')
    const statement = 'update consent.sequenced set first_seq = $2 where first_seq = $1'
    await client.query(statement, [from, to])
  })

/** Every entry of the account, as its folder of data holds them. */
function leavesOf(): Leaf[] {
  const folder = join(fixture.dataFolder, 'ledger', fixture.accountId, 'tile', 'entries')
  const widest = (readdirSync(join(folder, '001.p')) as string[]).sort(
    (a, b) => Number(b) - Number(a),
  )[0]
  return ['000', `001.p/${widest}`].flatMap((path) => {
    const read = decodeBundle(readFileSync(join(folder, path)))
    if (!('entries' in read)) throw new Error('a bundle is whole')
    return read.entries.map((entry) => parseLeaf(Buffer.from(entry).toString('utf8')) as Leaf)
  })
}

describe('a database that was put back', () => {
  it('gives nobody the entry of another person', async () => {
    const asked = { subjectId: personAt(7).subjectId, language: 'en' } as const
    await move(1, 2)
    try {
      const proofs = await inTx((tx) => fixture.consent.provePerson(tx, fixture.accountId, asked))
      expect(proofs).toEqual({ files: [], waiting: 0, isDamaged: true })
    } finally {
      await move(2, 1)
    }
  })
})

describe('a folder of one person that was changed', () => {
  it('is found by one bit, wherever it was changed, and the file is named', async () => {
    for (const file of filesOf(truth)) {
      const bytes = readFileSync(join(truth, file))
      // The first, the last, the one before, and some between.
      const places = [0, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2)]
      for (const [turn, at] of [...places, bytes.length - 2, bytes.length - 1].entries()) {
        const folder = copy()
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ (1 << ((turn + 2) % 3))
        writeFileSync(join(folder, file), changed)
        const { code, out } = await verify(folder)
        expect([file, at, code, out.includes('VERDICT: FALSE')]).toEqual([file, at, 1, true])
        const told = out.split('\n').find((line) => /^ {6}\S/.test(line) && line.includes(file))
        expect([file, at, told === undefined]).toEqual([file, at, false])
        rmSync(folder, { recursive: true })
      }
    }
  }, 240_000)

  it('is found where a bit of its base64 means nothing', async () => {
    for (const [file, pattern] of [
      ['checkpoint', /.=\n$/],
      ['proofs/8.tlog-proof', /.=\n\n/],
    ] as const) {
      const folder = copy()
      const text = readFileSync(join(folder, file), 'utf8')
      const at = pattern.exec(text)?.index ?? -1
      const other = String.fromCharCode(text.charCodeAt(at) + 1)
      const bent = text.slice(0, at) + other + text.slice(at + 1)
      const lastOf = (whole: string) => Buffer.from(whole.slice(at - 2, at + 2), 'base64')
      expect(lastOf(bent)).toEqual(lastOf(text))
      writeFileSync(join(folder, file), bent)
      const { code, out } = await verify(folder)
      expect([file, code, out]).toEqual([file, 1, expect.stringContaining(file)])
    }
  })

  it('tells which file is missing, and which is one too many', async () => {
    for (const file of filesOf(truth)) {
      const folder = copy()
      rmSync(join(folder, file))
      const { code, out } = await verify(folder)
      expect([code, out]).toEqual([1, expect.stringContaining(`${file}: it is missing`)])
    }
    const folder = copy()
    renameSync(join(folder, 'entries/8.json'), join(folder, 'entries/9.json'))
    const { out } = await verify(folder, '--language', 'fr')
    expect(out).toContain('entries/8.json : il manque')
    expect(out).toContain('entries/9.json : about.json ne le nomme pas')
    expect(out).toContain('VERDICT : FAUX')
  })

  it('is no proof with another entry’s evidence, or of two people', async () => {
    const folder = copy()
    const [a, b] = [`disclosures/${own[0]}.json`, `disclosures/${own[3]}.json`]
    const text = readFileSync(join(folder, b), 'utf8').replace(`"seq": ${own[3]}`, '"seq": 8')
    writeFileSync(join(folder, a), text)
    expect((await verify(folder)).out).toContain(
      `${a}: the disclosed body is not the one that was committed to`,
    )

    const two = copy()
    const other = await layFolder(personAt(9))
    for (const file of filesOf(other)) {
      if (/\/\d/.test(file) && !file.startsWith('w')) cpSync(join(other, file), join(two, file))
    }
    const about = readFileSync(join(two, 'about.json'), 'utf8')
    writeFileSync(join(two, 'about.json'), about.replace('    8,\n', '    8,\n    10,\n'))
    const { code, out } = await verify(two)
    expect(code).toBe(1)
    expect(out).toContain('entries/10.json: the entry is about somebody else')
    expect(out).toContain('disclosures/10.json: the body is about somebody else')
  })

  it('is not saved by an entry that was written for the evidence', async () => {
    const folder = copy()
    const path = join(folder, 'disclosures/8.json')
    const shown = JSON.parse(readFileSync(path, 'utf8')) as { body: string; commitmentKey: string }
    const body = shown.body.replace('caisse', 'Caisse')
    const key = Buffer.from(shown.commitmentKey, 'hex')
    const cm = createHmac('sha256', key).update(body).digest('base64url')
    const { commitmentKey } = shown
    writeFileSync(path, `${JSON.stringify({ seq: 8, commitmentKey, body }, null, 2)}\n`)
    const entry = join(folder, 'entries/8.json')
    const leaf = parseLeaf(readFileSync(entry, 'utf8')) as Leaf
    writeFileSync(entry, leafText({ ...leaf, cm }))
    const { code, out } = await verify(folder)
    expect(code).toBe(1)
    expect(out).toContain('ok    what was said is what was recorded then')
    expect(out).toContain('entries/8.json, proofs/8.tlog-proof: the entry and this proof do not')
  })

  it('moves no cursor of a terminal', async () => {
    const folder = copy()
    writeFileSync(join(folder, 'entries', '\u001b[2Jgone'), '')
    const { out } = await verify(folder)
    expect(out).toContain('?[2Jgone')
    expect(out).not.toContain('\u001b')
  })
})
