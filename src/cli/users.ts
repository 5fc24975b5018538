// `accord users`: the way back of a user who has lost their second factor, at the machine.
import { openOffice } from '../app/index.ts'
import { type Command, exitCodes, misused, readArguments } from './command.ts'
import { configOf, folderOptions } from './folders.ts'

export const command: Command = {
  name: 'users',
  summary: {
    en: 'Remove the second factor of a user who has lost it',
    fr: 'Supprimer le second facteur d’un utilisateur qui l’a perdu',
  },
  usage: `accord users reset-factor E-MAIL

Removes the second factors and the recovery codes of this user, and ends their sessions. They log in
with their password and enrol a new one. They are told by e-mail, and the journal of each of their
accounts says that it was done on the machine.
It works beside a running server and without one, for whoever can read ACCORD_KEYS.`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, folderOptions)
    const [verb, email] = positionals
    if (verb !== 'reset-factor' || email === undefined || positionals.length !== 2) {
      return misused(io, command.usage)
    }
    const office = await openOffice(configOf(values))
    try {
      await office.resetFactor(email)
      io.stderr.write(`${done[io.language]}\n`)
      return exitCodes.done
    } finally {
      await office.close()
    }
  },
}

const done = {
  en: 'The second factor is removed, and the user’s sessions have ended.',
  fr: 'Le second facteur est supprimé, et les sessions de l’utilisateur ont pris fin.',
} as const
