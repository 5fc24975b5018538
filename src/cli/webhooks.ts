// `accord webhooks`: where events go, what became of them, one sent again, a test, and a terminal
// that listens and hands each event to a program on this machine.
import { isUuid } from '../kernel/index.ts'
import {
  type DeliveryState,
  deliveryStates,
  type WebhookKind,
  webhookKinds,
} from '../webhooks/contract.ts'
import { webhooksCommandWords as say } from '../words/index.ts'
import { type Ask, serverOf, serverOptions, serverUsage } from './ask-server.ts'
import { type Command, type CommandIo, exitCodes, misused, readArguments } from './command.ts'
import { listen } from './webhooks/listen.ts'
import { listWebhooks, replay, sendAgain, sendTest, showLog } from './webhooks/log.ts'

const options = {
  json: { type: 'boolean' },
  state: { type: 'string' },
  limit: { type: 'string' },
  since: { type: 'string' },
  all: { type: 'boolean' },
  forward: { type: 'string' },
  events: { type: 'string' },
  'campaign-messages': { type: 'boolean' },
  'reply-text': { type: 'boolean' },
  reason: { type: 'string' },
  ...serverOptions,
} as const

export const command: Command = {
  name: 'webhooks',
  summary: { en: say.en.summary, fr: say.fr.summary },
  usage: `accord webhooks list [--json]
accord webhooks log ID [--state ${deliveryStates.join('|')}] [--limit 50] [--json]
accord webhooks send-again ID EVENT [--json]
accord webhooks send-again ID --since 2026-11-30T08:00:00Z [--all] [--json]
accord webhooks test ID [--json]
accord webhooks listen [--forward http://localhost:3000/hook] [--events NAME,NAME]
                [--campaign-messages] [--reply-text --reason TEXT] [--json]

list        the webhooks: id, state, host, since when nothing is accepted, events
log         what was sent, newest first: when, state, event, its id, tries, last answer,
            and when it is tried next
send-again  one event, or with --since all that was held or given up since then; with --all also
            what was delivered
test        sends a test and waits for what becomes of it
listen      prints each event as it happens (when, event, id, answer, data), and hands it to
            --forward, signed with a secret that it prints once. http goes to this machine alone.
            What is not accepted is not tried again. Ctrl-C ends it. No webhook is needed, and
            nothing of what the webhooks get changes. With --reply-text replies have their text;
            the journal notes each one that is read, with --reason

The token needs the right webhooks.manage, and contacts.reveal with --reply-text.
Events: ${webhookKinds.slice(0, 4).join(', ')},
${webhookKinds.slice(4).join(', ')}.

${serverUsage}`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, options)
    const act = actOf(positionals, values, io)
    if (act === null) return misused(io, command.usage)
    if (typeof act === 'string') return misused(io, act)
    const ask = await serverOf(values, io)
    return ask === null ? exitCodes.failed : act(ask, io)
  },
}

type Values = {
  [name in Exclude<keyof typeof options, keyof typeof serverOptions>]?: string | boolean | undefined
}
type Act = (ask: Ask, io: CommandIo) => Promise<number>

/** Null: it was called wrongly; a sentence: and this is what is wrong. */
function actOf([verb, id = '', event, ...more]: string[], values: Values, io: CommandIo) {
  const asJson = values.json === true
  if (more.length > 0) return null
  if (verb === 'list' && id === '') return (ask: Ask) => listWebhooks(ask, io, asJson)
  if (verb === 'listen' && id === '') return listenAct(values, io)
  if (!isUuid(id)) return null
  if (verb === 'test' && event === undefined) return (ask: Ask) => sendTest(ask, io, { id, asJson })
  if (verb === 'log' && event === undefined) return logAct(id, values)
  return verb === 'send-again' ? againAct(id, event, values) : null
}

function logAct(id: string, values: Values): Act | null {
  const limit = Number(values.limit ?? '50')
  const state = deliveryStates.find((one) => one === values.state) ?? null
  if (!Number.isInteger(limit) || limit < 1) return null
  if (values.state !== undefined && state === null) return null
  const asked: { id: string; state: DeliveryState | null; limit: number; asJson: boolean } = {
    ...{ id, state, limit, asJson: values.json === true },
  }
  return (ask, io) => showLog(ask, io, asked)
}

function againAct(id: string, event: string | undefined, values: Values): Act | null {
  const asJson = values.json === true
  const { since } = values
  if (typeof since === 'string') {
    if (event !== undefined || Number.isNaN(Date.parse(since))) return null
    const only = values.all === true ? 'all' : 'missed'
    return (ask, io) => replay(ask, io, { id, since: new Date(since).toISOString(), only, asJson })
  }
  if (event === undefined || !isUuid(event) || values.all === true) return null
  return (ask, io) => sendAgain(ask, io, { id, event, asJson })
}

function listenAct(values: Values, io: CommandIo): Act | string {
  const words = say[io.language]
  const forward = typeof values.forward === 'string' ? addressOf(values.forward) : null
  if (typeof values.forward === 'string' && forward === null) return words.forwardWrong
  const events = typeof values.events === 'string' ? eventsOf(values.events) : null
  if (typeof values.events === 'string' && events === null) {
    return words.eventsWrong(webhookKinds.join(', '))
  }
  const replyText = values['reply-text'] === true
  const reason = replyText ? String(values.reason ?? '').trim() : null
  if (reason !== null && (reason.length < 5 || reason.length > 300)) return words.reasonNeeded
  return (ask) =>
    listen(ask, io, {
      ...{ forward, events, asJson: values.json === true },
      campaignMessages: values['campaign-messages'] === true,
      ...{ replyText, reason },
    })
}

/** What leaves unencrypted stays on this machine. */
function addressOf(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || url.username !== '' || url.password !== '') return null
  const isHere = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere) ? url : null
}

function eventsOf(text: string): WebhookKind[] | null {
  const names = text.split(',').map((name) => name.trim())
  const known = webhookKinds.filter((kind) => names.includes(kind))
  return names.every((name) => known.some((kind) => kind === name)) ? known : null
}
