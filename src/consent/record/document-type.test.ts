// A file is what its first octets say, and shows only words that were read or heard that way.
import { describe, expect, it } from 'vitest'
import { documentFits, readDocumentType } from './document-type.ts'

const bytesOf = (text: string) => Buffer.from(text, 'latin1')

describe('a file', () => {
  it.each([
    ['%PDF-1.7\n', 'application/pdf'],
    ['\xff\xd8\xff\xe0\x00\x10JFIF', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR', 'image/png'],
    ['ID3\x04\x00\x00', 'audio/mpeg'],
    ['\xff\xfb\x90\x64', 'audio/mpeg'],
    ['RIFF\x24\x08\x00\x00WAVEfmt ', 'audio/wav'],
    ['OggS\x00\x02', 'audio/ogg'],
    ['fLaC\x00\x00\x00\x22', 'audio/flac'],
    ['\x00\x00\x00\x1cftypM4A \x00', 'audio/mp4'],
  ])('%j is %s', (start, type) => {
    expect(readDocumentType(bytesOf(start))).toBe(type)
  })

  it.each([
    [''],
    ['%PD'],
    ['MZ\x90\x00'],
    ['<html><script>alert(1)</script>'],
    ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">'],
    ['\x7fELF'],
    ['PK\x03\x04'],
    ['RIFF\x24\x08\x00\x00AVI LIST'],
    ['\x00\x00\x00\x1cftypheic'],
    ['\xff\xfe<\x00h\x00'],
    ['\xff\xff\xff\xff'],
  ])('%j is none that is taken', (start) => {
    expect(readDocumentType(bytesOf(start))).toBeNull()
  })
})

it('a scan shows what was read, a recording what was said', () => {
  expect(documentFits('application/pdf', 'paper')).toBe(true)
  expect(documentFits('image/jpeg', 'till')).toBe(true)
  expect(documentFits('audio/mpeg', 'voice')).toBe(true)
  expect(documentFits('audio/mpeg', 'paper')).toBe(false)
  expect(documentFits('application/pdf', 'voice')).toBe(false)
  expect(documentFits('image/png', 'web')).toBe(false)
})
