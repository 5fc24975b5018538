// Which PostgreSQL runs, from where, how old, and what to do about it: for `start` and `status`.

import type { RunningPostgres } from '../../app/index.ts'
import type { Language } from '../../kernel/index.ts'
import { sentence } from '../../words/index.ts'

const dayMs = 86_400_000

export function tellPostgres(
  language: Language,
  postgres: RunningPostgres,
  nowMs: number,
): string[] {
  const { version, origin, folder, releasedOn, newer, warning } = postgres
  const say = (key: string, details: Record<string, string>) =>
    sentence(language, `postgres.${key}`, details) ?? key
  const place = say(origin, { folder: folder ?? '' })
  const age = releasedOn === null ? '' : say('age', ageOf(releasedOn, nowMs))
  const lines = [say('runs', { version, place, age })]
  if (newer !== null) lines.push(say(origin === 'url' ? 'newer_theirs' : 'newer', { newer }))
  if (warning !== null) lines.push(say(warning, { version }))
  return lines
}

function ageOf(releasedOn: string, nowMs: number): { date: string; days: string } {
  const days = Math.max(0, Math.floor((nowMs - Date.parse(releasedOn)) / dayMs))
  return { date: releasedOn, days: String(days) }
}
