// Passwords are judged in a thread of their own, one at a time: it takes a second,
// and requests go on.
import type { JudgePassword, PasswordOwner } from '../../accounts/index.ts'
import { newThread } from './thread.ts'

export type PasswordTask = { password: string; owner: PasswordOwner }

const resourceLimits = { maxOldGenerationSizeMb: 512 }

/** Somebody chooses a password once in a while: no thread is kept for it, nor its dictionaries. */
export function judgeInThread(): JudgePassword {
  let before: Promise<unknown> = Promise.resolve()
  return (password, owner) => {
    const judged = before.then(() => judgeOnce({ password, owner }))
    before = judged.catch(() => undefined)
    return judged
  }
}

function judgeOnce(task: PasswordTask): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const worker = newThread('password-worker', { workerData: task, resourceLimits })
    // Once it has answered it may take its time to end, and keeps nobody waiting for it.
    worker.once('message', (isGood) => resolve(isGood === true))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the judge of passwords ended without an answer')))
  })
}
