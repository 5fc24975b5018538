// A birth date that is known in part is the latest day it can be; one that does not exist is none.
import { expect, it } from 'vitest'
import { latestBirthDay } from './birth-date.ts'

it.each([
  ['2012-05-10', [2012, 5, 10]],
  ['2012-02-29', [2012, 2, 29]],
  ['2012-00-00', [2012, 12, 31]],
  ['2012-02-00', [2012, 2, 29]],
  ['2011-02-00', [2011, 2, 28]],
  ['2011-02-29', null],
  ['2012-13-01', null],
  ['2012-04-31', null],
  ['10/05/2012', null],
])('%s is %j', (text, known) => {
  const day = latestBirthDay(text)
  expect(day === null ? null : [day.year, day.month, day.day]).toEqual(known)
})
