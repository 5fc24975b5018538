// `accord users`: the way back of a user who has lost their password or second factor, at the
// machine.
import { type Office, openOffice } from '../app/index.ts'
import { type Command, exitCodes, misused, readArguments } from './command.ts'
import { configOf, folderOptions } from './folders.ts'

export const command: Command = {
  name: 'users',
  summary: {
    en: 'Help a user who has lost their password or second factor',
    fr: 'Aider un utilisateur qui a perdu son mot de passe ou son second facteur',
  },
  usage: `accord users reset-password E-MAIL
accord users reset-factor E-MAIL
accord users void-recovery-codes

reset-password prints a link with which this user chooses a new password. It works once, for an
hour: give it to them and to nobody else. A second factor stays, and is asked for at the login.
reset-factor removes the second factors and the recovery codes of this user, and ends their
sessions. They log in with their password and enrol a new one. They are told by e-mail, and the
journal of each of their accounts says that it was done on the machine.
void-recovery-codes makes the recovery codes of all users void, after the database was put back to
an earlier moment by tools of your own: some may have been used since. Each user is told by e-mail
and creates new ones, and the journal of each of their accounts says so. All sessions end too.
It works beside a running server and without one, for whoever can read ACCORD_KEYS.`,
  run: async (args, io) => {
    const { values, positionals } = readArguments(args, folderOptions)
    const [verb, email] = positionals
    const isVoiding = verb === 'void-recovery-codes' && positionals.length === 1
    const resets = ['reset-factor', 'reset-password']
    const isReset = resets.includes(verb ?? '') && positionals.length === 2
    if (!isVoiding && !isReset) return misused(io, command.usage)
    const office = await openOffice(configOf(values))
    try {
      if (email === undefined) {
        io.stderr.write(`${areVoid[io.language](await office.voidRecoveryCodes())}\n`)
      } else if (verb === 'reset-password') {
        const link = await office.resetPassword(email)
        io.stdout.write(`${link}\n`)
        io.stderr.write(`${linkMade[io.language]}\n`)
        if (link.startsWith('/')) io.stderr.write(`${withAddress[io.language]}\n`)
      } else {
        await office.resetFactor(email)
        io.stderr.write(`${done[io.language]}\n`)
      }
      return exitCodes.done
    } finally {
      await office.close()
    }
  },
}

const linkMade = {
  en: 'This link works once, for an hour. Give it to this user and to nobody else.',
  fr: 'Ce lien est valable une heure et ne sert qu’une fois. Donnez-le à cet utilisateur et à personne d’autre.',
} as const

const withAddress = {
  en: 'The address of this installation stands before it (ACCORD_URL is not set here).',
  fr: 'L’adresse de cette installation se met devant (ACCORD_URL n’est pas définie ici).',
} as const

const done = {
  en: 'The second factor is removed, and the user’s sessions have ended.',
  fr: 'Le second facteur est supprimé, et les sessions de l’utilisateur ont pris fin.',
} as const

type Ended = Awaited<ReturnType<Office['voidRecoveryCodes']>>
const areVoid = {
  en: ({ recoveryCodesVoidOf, sessionsEnded }: Ended) =>
    `Recovery codes are void. Users who create new ones: ${recoveryCodesVoidOf}. Sessions ended: ${sessionsEnded}.`,
  fr: ({ recoveryCodesVoidOf, sessionsEnded }: Ended) =>
    `Les codes de secours ne sont plus valables. Utilisateurs qui en créent de nouveaux : ${recoveryCodesVoidOf}. Sessions terminées : ${sessionsEnded}.`,
} as const
