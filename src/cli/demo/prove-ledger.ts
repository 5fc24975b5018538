// Scene: the ledger leaves the house, a stranger verifies it, and one changed byte is found.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { CheckpointView } from '../../consent/contract.ts'
import type { Play } from './play.ts'
import { verifierPath } from './samples.ts'

const prefix = join(tmpdir(), 'accord-ledger-')

export async function proveLedger(play: Play, entryId: string | null): Promise<void> {
  const { stage, api } = play
  const { words } = stage
  await stage.scene(words.proofTitle)
  const checkpoint = await api.until<CheckpointView>(
    '/v1/ledger/checkpoint',
    ({ text, waiting }) => text !== null && waiting === 0,
  )
  stage.item(words.checkpoint(stage.number(checkpoint.size), checkpoint.origin))
  const query = entryId === null ? '' : `?disclose=${entryId}`
  const archive = await api.download(`/v1/ledger/export${query}`)
  const folder = mkdtempSync(prefix)
  chmodSync(folder, 0o700)
  try {
    const files = unpack(archive, folder)
    stage.item(words.exported(files.length))
    stage.say('$ node verify.mjs ledger/')
    const verified = verify(folder)
    for (const line of verified.lines) stage.say(`  ${line}`)
    stage.prove(verified.exitCode === 0, words.verifierSaysYes)
    const seq = changeOneByte(folder, files)
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

function verify(folder: string): { exitCode: number | null; lines: string[] } {
  const run = spawnSync(process.execPath, [verifierPath, folder], { encoding: 'utf8' })
  const text = `${run.stdout}${run.stderr}`
  return { exitCode: run.status, lines: text.split('\n').filter((line) => line.trim() !== '') }
}

const block = 512

/** Plain files of a ustar archive, as the platform writes it. */
function unpack(archive: Buffer, folder: string): string[] {
  const paths: string[] = []
  for (let at = 0; at + block <= archive.length; ) {
    const path = archive.toString('latin1', at, at + 100).replace(/\0.*$/s, '')
    if (path === '') break
    if (path.startsWith('/') || path.split('/').includes('..')) throw new Error('a path leads out')
    const octets = Number.parseInt(archive.toString('latin1', at + 124, at + 135), 8)
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, archive.subarray(at + block, at + block + octets))
    paths.push(path)
    at += block + Math.ceil(octets / block) * block
  }
  return paths
}

/** In the middle of the first bundle of entries: its length octets stay, one of its text goes. */
function changeOneByte(folder: string, files: readonly string[]): number {
  const path = files.find((file) => file.startsWith('tile/entries/'))
  if (path === undefined) throw new Error('the export holds no entries')
  const file = join(folder, path)
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
