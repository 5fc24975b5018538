// `accord demo`: the main job in the terminal, each claim of it checked.
import { parseArgs } from 'node:util'
import { configFromEnvironment, realTimers } from '../app/index.ts'
import { demoWords } from '../words/index.ts'
import { type Command, type CommandIo, exitCodes } from './command.ts'
import { afterStop } from './demo/after-stop.ts'
import { openApi } from './demo/api.ts'
import { chooseCustomer, sendAlert } from './demo/choose-customer.ts'
import { importShop } from './demo/import-shop.ts'
import { lookAtFiles } from './demo/look-at-files.ts'
import { type Place, runningPlace, temporaryPlace } from './demo/place.ts'
import { type Play, shop } from './demo/play.ts'
import { prepareCampaign } from './demo/prepare-campaign.ts'
import { proveLedger } from './demo/prove-ledger.ts'
import { publishWording, registerSender } from './demo/publish-wording.ts'
import { runCampaign } from './demo/run-campaign.ts'
import { hasSamples, samplesFolder } from './demo/samples.ts'
import { openSandboxPort } from './demo/sandbox-port.ts'
import { DemoFailure, openStage, type Stage } from './demo/stage.ts'
import { tellStory } from './demo/tell-story.ts'

const options = {
  running: { type: 'boolean', default: false },
  token: { type: 'string' },
  keep: { type: 'boolean', default: false },
  data: { type: 'string' },
  keys: { type: 'string' },
  samples: { type: 'string', default: samplesFolder },
} as const

export const command: Command = {
  name: 'demo',
  summary: { en: demoWords.en.summary, fr: demoWords.fr.summary },
  usage: `accord demo [--keep] [--lang fr|en] [--samples FOLDER]
accord demo --running [--token TOKEN] [--data FOLDER] [--keys FOLDER]

It plays on an installation of its own, gone afterwards (with --keep its folder stays). With
--running it plays in a sandbox account of the running one, by the token given or by one that it
makes as \`accord token\` does. Exit code 1 when something that it shows does not hold.`,
  run: async (args, io) => {
    const { values } = parseArgs({ args: [...args], options, strict: true })
    const stage = openStage(io, realTimers, io.language)
    if (!hasSamples(values.samples)) {
      io.stderr.write(`${stage.words.samplesMissing(values.samples)}\n`)
      return exitCodes.failed
    }
    const began = realTimers.now()
    const interruption = listenForInterruption(stage, io)
    const place = await placeOf(values, stage)
    interruption.leavesFrom(place)
    try {
      await play(stage, place, values.samples)
      const seconds = Math.round((realTimers.now() - began) / 1000)
      stage.say('')
      stage.say(stage.words.end(stage.number(seconds)))
      if (place.folder !== null) stage.say(stage.words.kept(place.folder))
      return exitCodes.done
    } catch (error) {
      if (interruption.isAsked()) await interruption.exit
      return told(error, stage, io)
    } finally {
      await place.leave()
      interruption.over()
    }
  },
}

/** Ctrl-C leaves nothing behind either: it waits for the start to be over, then ends it all. */
function listenForInterruption(stage: Stage, io: CommandIo) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  let place: Place | null = null
  let isAsked = false
  const leaveNow = () => {
    if (place === null || !isAsked) return
    void place.leave().finally(() => process.exit(exitCodes.failed))
  }
  const onSignal = () => {
    if (isAsked) return
    isAsked = true
    stage.still()
    io.stderr.write(`${stage.words.interrupted}\n`)
    leaveNow()
  }
  for (const signal of signals) process.on(signal, onSignal)
  return {
    isAsked: () => isAsked,
    /** Never comes about: the process ends before. */
    exit: new Promise<never>(() => undefined),
    leavesFrom: (from: Place) => {
      place = from
      leaveNow()
    },
    over: () => {
      for (const signal of signals) process.removeListener(signal, onSignal)
    },
  }
}

type Values = { running: boolean; token?: string; keep: boolean; data?: string; keys?: string }

async function placeOf(values: Values, stage: Stage): Promise<Place> {
  const { words, language, timers } = stage
  if (values.running || values.token !== undefined) {
    const config = configFromEnvironment({ ACCORD_DATA: values.data, ACCORD_KEYS: values.keys })
    const running = await runningPlace(config, values.token ?? null)
    if (running !== null) {
      stage.say(words.onRunning(running.url))
      return running
    }
    stage.say(words.noneRunning)
  }
  stage.say(words.startingTemporary)
  const place = await temporaryPlace({
    language,
    timers,
    accountName: shop.name,
    keep: values.keep,
  })
  stage.say(words.startedTemporary(place.url))
  const shows = stage.moment(timers.now() + place.aheadMs)
  stage.say(place.aheadMs === 0 ? words.clockReal : words.clockMoved(shows))
  return place
}

async function play(stage: Stage, place: Place, samples: string): Promise<void> {
  const { language, timers, words } = stage
  const api = openApi({ url: place.url, token: place.token, language, timers })
  const sandbox = openSandboxPort(place.sandboxControlPort)
  const all: Play = { stage, api, sandbox, place, samples }
  const views = await lookAtFiles(all)
  const asking = await publishWording(all)
  const view = views.get('boutique.csv')
  if (view === undefined) throw new Error('the shop has no file')
  const listId = await importShop(all, view, asking)
  await registerSender(all)
  const customer = await chooseCustomer(all, listId)
  await sendAlert(all, customer, words.firstAlert)
  const prepared = await prepareCampaign(all, listId, asking)
  await runCampaign(all, prepared, customer)
  await afterStop(all, customer, asking)
  const entryId = await tellStory(all, prepared.campaign.id)
  await proveLedger(all, entryId)
}

/** What does not hold, in one sentence; anything else is told by the dispatcher. */
function told(error: unknown, stage: Stage, io: CommandIo): number {
  if (!(error instanceof DemoFailure)) throw error
  stage.still()
  io.stderr.write(`${stage.words.doesNotHold(error.message)}\n`)
  return exitCodes.failed
}
