// The short form of `npm run fuzz`, and the speed of the codec beside another maker's.
import { expect, test } from 'vitest'
import { encodeRate } from '../../scripts/bench/encode-rate.ts'
import { fireMutations, firePrefixes } from '../support/codec-fire.ts'

test('every beginning of every vector is a value or a fault', () => {
  const result = firePrefixes()
  expect(result.broken).toEqual([])
  expect(result.pdus).toBeGreaterThan(500)
})

test('two hundred thousand bent PDUs are values or faults, none an exception', () => {
  const result = fireMutations(200_000, 20_261_125)
  expect(result.broken).toEqual([])
  // The fire reaches the bodies: every fault is met, and values too.
  expect(result.values).toBeGreaterThan(20_000)
  expect(Object.keys(result.faults).sort()).toEqual([
    'body_truncated',
    'c_octet_string_unterminated',
    'command_length_wrong',
    'command_unknown',
    'header_truncated',
    'short_message_truncated',
    'tlv_truncated',
  ])
})

test('a text becomes octets at ten times the speed of the npm package smpp', () => {
  const rate = encodeRate(40_000)
  expect(rate.ratio).toBeGreaterThan(10)
})
