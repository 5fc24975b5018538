// Which PostgreSQL is chosen, as a table: the newest, unless an index is bound to the former one.
import { expect, test } from 'vitest'
import { newerRelease, releasedOn } from '../postgres-releases.ts'
import {
  chooseRuntime,
  compareVersions,
  type Found,
  type LastOpening,
  mayOrderDiffer,
  versionIn,
} from './choose-runtime.ts'

const npm = (version: string): Found => ({ origin: 'package', version })
const machine = (version: string): Found => ({ origin: 'machine', version })
const last = (found: Found, icu: string | null = null): LastOpening => ({ ...found, icu })

test.each<[string, Found[], LastOpening | null, boolean, Found | null, boolean]>([
  ['the package alone', [npm('17.10')], null, false, npm('17.10'), false],
  ['the machine alone', [machine('17.2')], null, false, machine('17.2'), false],
  ['nothing', [], null, false, null, false],
  [
    'the machine’s is newer',
    [npm('17.10'), machine('17.12')],
    null,
    false,
    machine('17.12'),
    false,
  ],
  [
    'and by number, not by letters',
    [npm('17.9'), machine('17.10')],
    null,
    false,
    machine('17.10'),
    false,
  ],
  ['the package’s is newer', [npm('17.10'), machine('17.6')], null, false, npm('17.10'), false],
  [
    'of two equal ones the package’s',
    [machine('17.10'), npm('17.10')],
    null,
    false,
    npm('17.10'),
    false,
  ],
  [
    'older than before, and told',
    [npm('17.10')],
    last(machine('17.12')),
    false,
    npm('17.10'),
    true,
  ],
  [
    'newer than before',
    [npm('17.10'), machine('17.12')],
    last(npm('17.10')),
    false,
    machine('17.12'),
    false,
  ],
  [
    'bound to the package',
    [npm('17.10'), machine('17.12')],
    last(npm('17.10')),
    true,
    npm('17.10'),
    false,
  ],
  [
    'bound since before it was written down',
    [npm('17.10'), machine('17.12')],
    null,
    true,
    npm('17.10'),
    false,
  ],
  [
    'bound to the machine’s',
    [npm('17.13'), machine('17.12')],
    last(machine('17.12')),
    true,
    machine('17.12'),
    false,
  ],
  ['bound to one that has gone', [npm('17.10')], last(machine('17.12')), true, npm('17.10'), true],
])('%s', (_, found, before, isBound, expected, isOlder) => {
  const choice = chooseRuntime(found, before, isBound)
  expect(choice?.runtime ?? null).toEqual(expected)
  expect(choice?.isOlder ?? false).toBe(isOlder)
})

test.each([
  ['postgres (PostgreSQL) 17.12 (Debian 17.12-0+deb13u1)', '17.12'],
  ['17.12 (Debian 17.12-0+deb13u1)', '17.12'],
  ['postgres (PostgreSQL) 17.10', '17.10'],
  ['17.10.0-beta.17', '17.10'],
  ['postgres (PostgreSQL) 17beta1', null],
  ['postgres (PostgreSQL) 17rc1', null],
  ['', null],
  ['no number', null],
])('the version in %j is %j', (text, version) => {
  expect(versionIn(text)).toBe(version)
})

test.each<[string, LastOpening, LastOpening | null, boolean]>([
  ['the first start of the package', last(npm('17.10'), '58.0.6.50'), null, false],
  ['the machine’s, on data of an older Accord', last(machine('17.12'), '153.128'), null, true],
  [
    'the same ICU, another build',
    last(machine('17.12'), '153.1'),
    last(npm('17.10'), '153.1'),
    false,
  ],
  ['another ICU', last(machine('17.12'), '153.1'), last(npm('17.10'), '58.0'), true],
  [
    'another ICU in the machine’s own',
    last(machine('17.12'), '153.1'),
    last(machine('17.12'), '150'),
    true,
  ],
  ['a build without ICU, after another', last(machine('17.12')), last(npm('17.10'), '58.0'), true],
  ['a build without ICU, again', last(npm('17.10')), last(npm('17.10')), false],
])('whether the order of ICU may differ: %s', (_, opened, before, expected) => {
  expect(mayOrderDiffer(opened, before)).toBe(expected)
})

test('the age of a version is told where it is known', () => {
  expect(releasedOn('17.10')).toBe('2026-05-14')
  expect(releasedOn('17.99')).toBe(null)
  expect(releasedOn('18.1')).toBe(null)
  expect(newerRelease('17.10')).not.toBe(null)
  expect(newerRelease('17.99')).toBe(null)
  expect(newerRelease('18.1')).toBe(null)
  expect(compareVersions('17.9', '17.10')).toBeLessThan(0)
})
