// What a job is: a name, a key that makes it one, and ids to work on.
import { type AccountId, assert, isUuid } from '../kernel/index.ts'

/**
 * Ids, counts, flags and words of our own. Never what a person typed: it would lie in the queue.
 */
export type JobInput = Readonly<Record<string, string | number | boolean | null>>

export type JobRequest = {
  /** `room.do_something`, a name that has a handler. */
  name: string
  /** The same name and key is one job, however often it is asked for. */
  key: string
  accountId: AccountId | null
  input: JobInput
  /**
   * Not before so long from now; asking again moves it. At once when absent. A wait and no instant:
   * the queue goes by the database's clock, and the program's may stand elsewhere.
   */
  afterMs?: number
  attemptsMax?: number
}

export type Job = {
  name: string
  accountId: AccountId | null
  input: JobInput
  /**
   * 1 at the first attempt. A handler expects to run twice, and asks first what was done already.
   */
  attempt: number
  isLastAttempt: boolean
  /**
   * The program is being stopped, and waits for this job: one that works in batches ends after
   * the one that it is at, and asks for itself again.
   */
  isStopping(): boolean
}

export type JobHandler = (job: Job) => Promise<void>
export type JobHandlers = Readonly<Record<string, JobHandler>>

const namePattern = /^[a-z]+(_[a-z]+)*\.[a-z0-9]+(_[a-z0-9]+)*$/
const wordPattern = /^[a-z][a-z0-9_.]{0,63}$/
const keyPattern = /^[a-z0-9][a-z0-9_.:-]{0,127}$/
/** Above it stands nothing that we count, and every telephone number with its country. */
const numberMax = 2 ** 31

/** Refuses, as a bug, a payload that could hold something about a person. */
export function checkRequest(request: JobRequest): void {
  assert(namePattern.test(request.name), 'a job is named room.do_something')
  assert(isWordOrIds(request.key), `the key of ${request.name} is made of ids and words`)
  for (const [field, value] of Object.entries(request.input)) {
    assert(mayTravel(value), `the field ${field} of ${request.name} is an id, a word or a count`)
  }
}

function mayTravel(value: string | number | boolean | null): boolean {
  if (typeof value === 'string') return isUuid(value) || wordPattern.test(value)
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) < numberMax
  return true
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** `019a…:3` is good; a run of digits as long as a telephone number is not. */
function isWordOrIds(key: string): boolean {
  return keyPattern.test(key) && !/\d{7,}/.test(key.replaceAll(uuids, '').replaceAll(/[-._]/g, ''))
}
