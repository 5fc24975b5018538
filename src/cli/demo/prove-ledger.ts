// Scene: the ledger leaves the house, a stranger verifies it, and one changed byte is found.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { CheckpointView } from '../../consent/contract.ts'
import { command as proof } from '../proof.ts'
import type { Play } from './play.ts'
import { verifierPath } from './samples.ts'

const prefix = join(tmpdir(), 'accord-ledger-')

export async function proveLedger(play: Play, entryId: string): Promise<void> {
  const { stage, api } = play
  const { words } = stage
  await stage.scene(words.proofTitle)
  const checkpoint = await api.until<CheckpointView>(
    '/v1/ledger/checkpoint',
    ({ text, waiting }) => text !== null && waiting === 0,
  )
  stage.item(words.checkpoint(stage.number(checkpoint.size), checkpoint.origin))
  const folder = mkdtempSync(prefix)
  try {
    stage.say(`$ accord proof export --out ledger/ --disclose … --reason "${words.disclosedFor}"`)
    await exportTo(play, folder, entryId)
    const shown = readdirSync(join(folder, 'disclosures')).length
    stage.prove(shown === 1, words.exported)
    stage.say('$ node verify.mjs ledger/')
    const verified = verify(folder)
    for (const line of verified.lines) stage.say(`  ${line}`)
    stage.prove(verified.exitCode === 0, words.verifierSaysYes)
    const seq = changeOneByte(folder)
    stage.say(words.byteChanged(seq))
    stage.say('$ node verify.mjs ledger/')
    const caught = verify(folder)
    const named = caught.lines.filter((line) => new RegExp(`\\b${seq}\\b`).test(line))
    for (const line of named) stage.say(`  ${line}`)
    stage.prove(caught.exitCode === 1 && named.length > 0, words.verifierNames(seq))
  } finally {
    remove(folder)
  }
}

/** By the command that anybody would use. */
async function exportTo({ stage, place }: Play, folder: string, entryId: string): Promise<void> {
  const said: string[] = []
  const into = { write: (text: string | Uint8Array) => said.push(String(text)) }
  const disclosed = ['--disclose', entryId, '--reason', stage.words.disclosedFor]
  const args = ['export', '--out', folder, '--url', place.url, ...disclosed]
  const exitCode = await proof.run(args, {
    stdin: Readable.from([`${place.token}\n`]),
    stdout: into,
    stderr: into,
    language: stage.language,
  })
  if (exitCode !== 0) throw new Error(said.join(''))
}

function verify(folder: string): { exitCode: number | null; lines: string[] } {
  const run = spawnSync(process.execPath, [verifierPath, folder], { encoding: 'utf8' })
  const text = `${run.stdout}${run.stderr}`
  return { exitCode: run.status, lines: text.split('\n').filter((line) => line.trim() !== '') }
}

/** In the middle of the first bundle of entries: its length octets stay, one of its text goes. */
function changeOneByte(folder: string): number {
  const entries = join(folder, 'tile', 'entries')
  const [file] = readdirSync(entries, { recursive: true, encoding: 'utf8' })
    .map((name) => join(entries, name))
    .filter((path) => statSync(path).isFile())
    .sort()
  if (file === undefined) throw new Error('the export holds no entries')
  const bytes = readFileSync(file)
  const starts: number[] = []
  for (let at = 0; at + 2 <= bytes.length; at += 2 + bytes.readUInt16BE(at)) starts.push(at)
  const seq = Math.floor(starts.length / 2)
  const inside = (starts[seq] ?? 0) + 2 + Math.floor(bytes.readUInt16BE(starts[seq] ?? 0) / 2)
  bytes.writeUInt8(bytes.readUInt8(inside) ^ 0x01, inside)
  writeFileSync(file, bytes)
  return seq
}

/** Only ever a folder that `mkdtemp` made here. */
function remove(folder: string): void {
  if (!folder.startsWith(prefix) || !/^[A-Za-z0-9]{6}$/.test(folder.slice(prefix.length))) return
  rmSync(folder, { recursive: true, force: true })
}
