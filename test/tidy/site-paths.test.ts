// The server knows each screen of the web app by its address, and nothing that is none.
import { expect, test } from 'vitest'
import { sitePaths } from '../../src/app/site-paths.ts'
import { paths } from '../../src/web/paths.ts'

test('the addresses that the server gives the web app for are those of its screens', () => {
  const addresses = Object.values(paths).map((path) => {
    return (typeof path === 'string' ? path : path(':id')).split('?')[0]
  })
  expect([...sitePaths].sort()).toEqual([...new Set(addresses)].sort())
})
