// The server knows each screen of the web app by its address, and nothing that is none.
import { expect, test } from 'vitest'
import { sitePaths } from '../../src/app/api/site-paths.ts'
import { kindRules, profilePath } from '../../src/notifications/kinds.ts'
import { paths } from '../../src/web/paths.ts'

test('the addresses that the server gives the web app for are those of its screens', () => {
  const addresses = Object.values(paths).map((path) => {
    return (typeof path === 'string' ? path : path(':id')).split('?')[0]
  })
  expect([...sitePaths].sort()).toEqual([...new Set(addresses)].sort())
})

test('what users are told of, on screen and by e-mail, leads to a screen', () => {
  const led = Object.values(kindRules).flatMap(({ leadsTo }) => [leadsTo(null), leadsTo(':id')])
  expect(led.filter((path) => !sitePaths.includes(path))).toEqual([])
  expect(sitePaths).toContain(profilePath)
})
