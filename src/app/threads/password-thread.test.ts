// The judge in its thread: it answers as the one in this process does, and nobody waits beside it.
import { expect, test } from 'vitest'
import { judgeInThread } from './password-thread.ts'

const owner = {
  email: 'camille@example.org',
  name: 'Camille Exemple',
  organisations: ['Boutique des Tilleuls'],
}

test('asked from a thread, passwords are judged and this process goes on', async () => {
  const judge = judgeInThread()
  let turns = 0
  const ticking = setInterval(() => {
    turns += 1
  }, 5)
  try {
    const asked = ['azertyuiop123', 'Boutique des Tilleuls', 'les cerises de juin']
    const told = await Promise.all(asked.map((password) => judge(password, owner)))
    expect(told).toEqual([false, false, true])
    expect(turns).toBeGreaterThan(20)
  } finally {
    clearInterval(ticking)
  }
}, 120_000)
