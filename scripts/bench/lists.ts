// Lists of people for campaigns: the cap of marketing to one person allows a list four of them.
import { join } from 'node:path'
import type { Installation } from './installation.ts'
import { importFile, publishWording } from './measure-import.ts'
import { writePeople } from './people.ts'

export const campaignsPerList = 4

export class Lists {
  readonly #installation: Installation
  readonly #folder: string
  readonly #people: number
  readonly #names: readonly string[] | undefined
  #wordingId: string | null = null
  #listId = ''
  #usesLeft = 0
  #first = 0
  /** The index of the first person of the list given last. */
  firstPerson = 0

  constructor(
    installation: Installation,
    folder: string,
    people: number,
    names?: readonly string[],
  ) {
    this.#names = names
    this.#installation = installation
    this.#folder = folder
    this.#people = people
  }

  async next(): Promise<string> {
    if (this.#usesLeft === 0) {
      this.#wordingId ??= await publishWording(this.#installation)
      const file = join(this.#folder, `people-${this.#first}.csv`)
      this.firstPerson = this.#first
      const written = { first: this.#first, count: this.#people, refusedEvery: null }
      await writePeople(
        file,
        this.#names === undefined ? written : { ...written, names: this.#names },
      )
      this.#first += this.#people
      this.#listId = (await importFile(this.#installation, file, this.#wordingId)).listId
      this.#usesLeft = campaignsPerList
    }
    this.#usesLeft -= 1
    return this.#listId
  }
}
