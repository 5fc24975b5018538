// How much of the browser is tried: each journey once, or in every language, device and scheme.
import { test } from 'vitest'

/** `npm run test:screens` asks for all of it. */
export const isWholeMatrix = process.env['ACCORD_TEST_SCREENS'] === 'all'

/** A test that shows a journey once more, in another language or on another device. */
export const testOfMatrix = test.runIf(isWholeMatrix)
