// How much of the browser is tried: each journey once, or in every language, device and scheme.
import type { BrowserContextOptions } from 'playwright-core'
import { test } from 'vitest'

/** `npm run test:screens` asks for all of it. */
export const isWholeMatrix = process.env['ACCORD_TEST_SCREENS'] === 'all'

/** A test that shows a journey once more, in another language or on another device. */
export const testOfMatrix = test.runIf(isWholeMatrix)

export type Language = 'en' | 'fr'
export type Device = 'desktop' | 'phone'
export type Look = { language: Language; device: Device }

const looks: readonly Look[] = [
  { language: 'en', device: 'desktop' },
  { language: 'fr', device: 'phone' },
  { language: 'fr', device: 'desktop' },
  { language: 'en', device: 'phone' },
]

/** What a journey is made with: once, or in both languages on both devices. */
export const looksOfRun = isWholeMatrix ? looks : looks.slice(0, 1)
export const languagesOfRun: readonly Language[] = isWholeMatrix ? ['en', 'fr'] : ['en']

const devices: Record<Device, BrowserContextOptions> = {
  desktop: { viewport: { width: 1280, height: 720 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
}

/** For a context of the browser. */
export const lookedAtWith = ({ language, device }: Look): BrowserContextOptions => ({
  ...devices[device],
  locale: language === 'fr' ? 'fr-FR' : 'en-GB',
  reducedMotion: 'reduce',
})
