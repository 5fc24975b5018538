// Every screen of somebody logged in has its help, and every help answers something.
import { expect, test } from 'vitest'
import { paths } from '../paths.ts'
import { texts as english } from './texts-en.ts'
import { texts as french } from './texts-fr.ts'
import { topicOf, topics } from './topics.ts'

/** Nobody is logged in there yet, or the address leads elsewhere. */
const without = new Set([
  'firstRun',
  'login',
  'join',
  'lostPassword',
  'newPassword',
  'confirmEmail',
  'undoEmail',
  'replies',
])

test('every screen has a topic, and every topic a screen', () => {
  const found = new Set<string>()
  for (const [name, path] of Object.entries(paths)) {
    if (without.has(name)) continue
    const { pathname } = new URL(
      typeof path === 'string' ? path : path('01999999-0000-7000-8000-000000000000'),
      'http://accord',
    )
    const topic = topicOf(pathname)
    expect([name, topic]).not.toEqual([name, null])
    if (topic !== null) found.add(topic)
  }
  expect([...found].sort()).toEqual([...topics].sort())
})

test('both languages answer as many questions, and no question is asked twice', () => {
  for (const topic of topics) {
    expect([topic, french[topic].length]).toEqual([topic, english[topic].length])
    for (const texts of [english, french]) {
      const questions = texts[topic].map(([question]) => question)
      expect(questions.length).toBeGreaterThan(0)
      expect(new Set(questions).size).toBe(questions.length)
      for (const [question, answer] of texts[topic]) {
        expect(question).toMatch(/[.?]$/)
        expect(answer).toMatch(/\.$/)
      }
    }
  }
})
