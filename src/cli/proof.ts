// `accord proof`: the account's ledger as a folder that verify.mjs reads, or its signed checkpoint.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CheckpointView } from '../consent/contract.ts'
import type { Language } from '../kernel/index.ts'
import { failed, jsonBody, problemOf, serverOf, serverOptions, serverUsage } from './ask-server.ts'
import { type Command, type CommandIo, exitCodes, misused, readArguments } from './command.ts'

const options = {
  out: { type: 'string' },
  disclose: { type: 'string' },
  reason: { type: 'string' },
  ...serverOptions,
} as const

export const command: Command = {
  name: 'proof',
  summary: {
    en: 'Export the consent ledger to be checked by an outsider, or show its checkpoint',
    fr: 'Exporter le registre des consentements pour qu’un tiers le vérifie, ou montrer son point de contrôle',
  },
  usage: `accord proof export --out FOLDER [--disclose ENTRY,ENTRY --reason TEXT]
accord proof checkpoint

--disclose ENTRY,ENTRY   also the evidence of these entries, in clear; the journal keeps the reason

${serverUsage}

Then: node verify.mjs FOLDER --key FILE [--older-checkpoint FILE]
Keep the checkpoint: it shows later that nothing before it was rewritten.`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    const verb = positionals[0]
    const { out, disclose, reason } = values
    // People stand in evidence in clear: it is shown for a recorded reason.
    const isReasoned = (disclose === undefined) === (reason === undefined)
    const isExport = verb === 'export' && out !== undefined && isReasoned
    if (!isExport && verb !== 'checkpoint') return misused(io, command.usage)
    const ask = await serverOf(values, io)
    if (ask === null) return exitCodes.failed
    if (verb === 'checkpoint') return showCheckpoint(await ask('/v1/ledger/checkpoint'), io)
    const answer =
      disclose === undefined
        ? await ask('/v1/ledger/export')
        : await ask(`/v1/ledger/export?disclose=${disclose}`, jsonBody({ reason: reason ?? '' }))
    return exportTo(out ?? '.', answer, io)
  },
}

async function showCheckpoint(answer: Response, io: CommandIo): Promise<number> {
  if (!answer.ok) return failed(io, await problemOf(answer))
  const { text, publicKey, waiting } = (await answer.json()) as CheckpointView
  if (text === null) return failed(io, say[io.language].empty)
  io.stdout.write(text)
  io.stderr.write(`${say[io.language].key(publicKey)}\n`)
  if (waiting > 0) io.stderr.write(`${say[io.language].waiting(waiting)}\n`)
  return exitCodes.done
}

async function exportTo(folder: string, answer: Response, io: CommandIo): Promise<number> {
  if (!answer.ok || answer.body === null) return failed(io, await problemOf(answer))
  let count = 0
  for await (const { path, bytes } of untar(answer.body)) {
    const file = join(folder, path)
    // Nothing else waits in this process, and thousands of small files are written quicker so.
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, bytes, { mode: 0o600 })
    count += 1
  }
  io.stdout.write(`${say[io.language].exported(count, folder)}\n`)
  return exitCodes.done
}

const blockOctets = 512
/** What the export holds and nothing else: no path leads out of the folder. */
const exportedPath = /^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*$/

/** The files of a ustar archive, one at a time as they arrive. */
async function* untar(
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ path: string; bytes: Buffer }> {
  const take = reader(stream)
  for (;;) {
    const header = await take(blockOctets)
    if (header === null || header[0] === 0) return
    const path = header.toString('latin1', 0, 100).replace(/\0.*$/s, '')
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8)
    const bytes = await take(size)
    const rest = (blockOctets - (size % blockOctets)) % blockOctets
    if (bytes === null || (rest > 0 && (await take(rest)) === null)) {
      throw new Error('the archive breaks off; export again')
    }
    if (!exportedPath.test(path)) throw new Error(`the archive holds a strange path: ${path}`)
    yield { path, bytes }
  }
}

/** Exactly so many octets of a stream; null when it ends before. */
function reader(stream: AsyncIterable<Uint8Array>): (count: number) => Promise<Buffer | null> {
  const pieces = stream[Symbol.asyncIterator]()
  let piece: Buffer = Buffer.alloc(0)
  return async (count) => {
    const taken = Buffer.allocUnsafe(count)
    let filled = 0
    while (filled < count) {
      if (piece.length === 0) {
        const next = await pieces.next()
        if (next.done) return null
        piece = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
      }
      const copied = piece.copy(taken, filled)
      piece = piece.subarray(copied)
      filled += copied
    }
    return taken
  }
}

const say: Record<
  Language,
  {
    empty: string
    key(text: string): string
    waiting(count: number): string
    exported(count: number, folder: string): string
  }
> = {
  en: {
    empty: 'The account’s ledger has no entry yet.',
    key: (text) => `Signed by: ${text}`,
    waiting: (count) => `${count} entries are recorded and have no place in the tree yet.`,
    exported: (count, folder) =>
      `${count} files in ${folder}. Check them: node verify.mjs ${folder}`,
  },
  fr: {
    empty: 'Le registre du compte n’a pas encore d’entrée.',
    key: (text) => `Signé par : ${text}`,
    waiting: (count) => `${count} entrées sont enregistrées et n’ont pas encore leur place.`,
    exported: (count, folder) =>
      `${count} fichiers dans ${folder}. Pour les vérifier : node verify.mjs ${folder}`,
  },
}
