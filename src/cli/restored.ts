// `accord restored`: what is missing after a database restore, and how to resume sending.
import { type Office, openOffice } from '../app/index.ts'
import type { ReleaseRequest } from '../sending/contract.ts'
import { restoredCommandWords as say } from '../words/index.ts'
import { type Command, type CommandIo, exitCodes, misused, readArguments } from './command.ts'
import { configOf, folderOptions } from './folders.ts'

const options = {
  waiting: { type: 'string', default: 'end' },
  marketing: { type: 'string' },
  json: { type: 'boolean' },
  ...folderOptions,
} as const

export const command: Command = {
  name: 'restored',
  summary: {
    en: 'Tell what is missing since the database was put back, and let sending go on',
    fr: 'Dire ce qui manque depuis que la base a été remise, et laisser repartir les envois',
  },
  usage: `accord restored [--json]
accord restored release [--waiting end|send] [--marketing keep|release]
accord restored hold

A database that was put back to an earlier moment starts with all sending held: what is accepted
waits. Without a verb: from when to when, how many messages of which accounts left in the gap, how
many wait since before. release ends those that wait since before and may have left (\`end\`, by
default; they are never sent), or sends them too (\`send\`), and keeps advertising back, since STOPs
of the gap are forgotten, until \`accord restored release --marketing release\`: first mend each
account's ledger with \`accord ledger mend\`. hold holds all sending,
for whoever put back data and keys together by a snapshot of the whole machine; all sessions end
then and recovery codes are void, as after each restore.`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    const verb = positionals[0] ?? 'report'
    const { waiting, marketing = 'keep' } = values
    const isKnown = ['report', 'release', 'hold'].includes(verb) && positionals.length < 2
    if (!isKnown || !isWaiting(waiting) || !isMarketing(marketing)) {
      return misused(io, command.usage)
    }
    const config = configOf(values)
    const office = await openOffice(config)
    try {
      if (verb === 'hold') await office.hold()
      else if (verb === 'release') await release(office, { waiting, marketing })
      return await report(office, io, values.json === true)
    } finally {
      await office.close()
    }
  },
}

const isWaiting = (word: string): word is ReleaseRequest['waiting'] =>
  word === 'end' || word === 'send'
const isMarketing = (word: string): word is ReleaseRequest['marketing'] =>
  word === 'keep' || word === 'release'

/** Asked again once sending goes on, it lets advertising go that was kept back. */
async function release(office: Office, how: ReleaseRequest): Promise<void> {
  const wasHeld = await office.release(how)
  if (!wasHeld && how.marketing === 'release') await office.releaseMarketing()
}

async function report(office: Office, io: CommandIo, asJson: boolean): Promise<number> {
  const view = await office.restoration(io.language)
  const words = say[io.language]
  const lines = asJson
    ? [JSON.stringify(view)]
    : [
        words.state(view.state),
        ...(view.sentence === null ? [] : [view.sentence]),
        ...(view.gapTo === null ? [] : [words.gap(view.gapFrom ?? '?', view.gapTo)]),
        ...(view.state === 'none' ? [] : [words.left(view.messages, view.isAtLeast)]),
        ...view.accounts.map((one) => words.account(one)),
        ...view.earlier.flatMap((one) => [
          words.earlier(one.foundAt),
          one.sentence,
          ...(one.gapTo === null ? [] : [words.gap(one.gapFrom ?? '?', one.gapTo)]),
          words.left(one.messages, one.isAtLeast),
        ]),
        ...(view.state === 'held' ? [words.stops, words.howToRelease] : []),
        ...(view.state === 'released' ? [words.ended(view.ended)] : []),
        ...(view.isMarketingKept ? [words.marketingKept] : []),
      ]
  io.stdout.write(`${lines.join('\n')}\n`)
  return exitCodes.done
}
