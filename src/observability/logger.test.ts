// Log lines: what a reader sees, and what never reaches one.
import { describe, expect, test } from 'vitest'
import { AppError, Personal } from '../kernel/index.ts'
import { failureFields } from './failure-fields.ts'
import { createLogger, type Fields } from './logger.ts'
import { withholdFreeText } from './withhold.ts'

function recorded(write: (logger: ReturnType<typeof createLogger>) => void): string {
  let lines = ''
  const destination = {
    write: (line: string) => {
      lines += line
    },
  }
  write(createLogger({ destination, clock: { now: () => 0 } }))
  return lines
}

describe('a log line', () => {
  test('is JSON with the level, the time, the event and its fields', () => {
    const line = recorded((logger) =>
      logger.child({ job: 'import' }).info('intake.import_done', { rows: 12, first: true }),
    )
    expect(JSON.parse(line)).toEqual({
      level: 'info',
      time: '1970-01-01T00:00:00.000Z',
      job: 'import',
      rows: 12,
      first: true,
      event: 'intake.import_done',
    })
  })

  test('never shows a Personal, wherever somebody put it', () => {
    const name = new Personal('Camille Exemple')
    const fields = { name, list: [name], number: `${name}` } as unknown as Fields
    const line = recorded((logger) => logger.child(fields).error('contacts.saved', fields))
    expect(line).not.toContain('Camille')
    expect(JSON.parse(line).name).toBe('[withheld]')
  })

  test.each([
    '+33639980012',
    '0639 98 00 12',
    '06.39.98.00.12',
    '06-39-98-00-12',
    'number:33639980012',
    'camille@example.org',
    'Camille Exemple',
    'x'.repeat(81),
  ])('withholds %s', (text) => {
    expect(withholdFreeText(text)).toBe('[withheld]')
    expect(recorded((logger) => logger.info('contacts.saved', { field: text }))).not.toContain(text)
  })

  test('withholds a telephone number that was given as a number', () => {
    const line = recorded((logger) => logger.info('contacts.saved', { number: 33639980012 }))
    expect(line).not.toContain('33639980012')
  })

  test.each([
    'sending.route_down',
    '0193b5a0-0000-7000-8000-123456789012',
    '2026-11-25T09:30:00.000Z',
    '4bf92f3577b34da6a31234567890b736',
    'ESME_RTHROTTLED',
    'storage/database.ts:120',
  ])('lets %s pass', (text) => {
    expect(withholdFreeText(text)).toBe(text)
  })

  test('tells of an error its code and place, not its message', () => {
    const fields = failureFields(
      new AppError('contacts.number_invalid', 'invalid', 'No number: 0639980012'),
    )
    expect(fields['code']).toBe('contacts.number_invalid')
    expect(JSON.stringify(fields)).not.toContain('0639980012')
    expect(fields['thrownAt']).toMatch(/^observability\/logger\.test\.ts:\d+$/)
  })
})
