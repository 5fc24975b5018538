// A thread that judges one password and ends: its dictionaries go with it.
import { parentPort, workerData } from 'node:worker_threads'
import { loadJudge } from '../../accounts/index.ts'
import { assert } from '../../kernel/index.ts'
import type { PasswordTask } from '../threads/password-thread.ts'

assert(parentPort !== null, 'passwords are judged in a thread')
const port = parentPort
const { password, owner } = workerData as PasswordTask
const judge = await loadJudge()
port.postMessage(judge(password, owner))
