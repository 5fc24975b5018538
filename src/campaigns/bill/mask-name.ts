// A name as whoever may not read it sees it: its first letter, and what makes a message dearer.
// Pure.
import { gsm7Width } from '../../wire/index.ts'

const dot = '•'

const isPlain = (character: string): boolean =>
  character.length === 1 && gsm7Width(character.charCodeAt(0)) !== 0

/**
 * As long as the name, so that the text is cut and wrapped as it will be. A letter that makes the
 * message dearer is shown where it is the exception: a name in another script stays hidden.
 */
export function maskName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const characters = [...name.trim()]
  const dearer = characters.filter((character) => !isPlain(character)).length
  const mayShow = dearer * 3 <= characters.length
  return characters
    .map((character, index) => {
      const isShown = index === 0 || character === ' ' || character === '-'
      return isShown || (mayShow && !isPlain(character)) ? character : dot
    })
    .join('')
}
