// The help of the screens of whoever runs the installation, in English.
import type { HelpTexts } from './topics.ts'

export const ofStaff = {
  operator: [
    [
      'What is this for?',
      'The public notices name who runs this server, who hosts it and how to reach its data protection officer. It is declared here once.',
    ],
    [
      'Should I give a person’s name?',
      'It is published. An office and an address that outlives a person are better.',
    ],
  ],
  accounts: [
    [
      'What is the difference between live and sandbox?',
      'A live account writes to real people over routes with a contract. A sandbox account accepts fictional numbers only.',
    ],
    [
      'What if nobody answers the invitation of an owner?',
      'As long as nobody is in the account, its page sends another invitation, to another e-mail address if need be. The one before can no longer be answered.',
    ],
    [
      'What does suspending do?',
      'Nothing more leaves, and nothing is lost. What waits leaves when the account is resumed.',
    ],
    [
      'When may I remove somebody’s second factor?',
      'When the only owner of an account, or somebody who works in several, writes to you. Make sure who asks, and record the letter. An owner removes those of other users.',
    ],
  ],
  deletions: [
    [
      'When may I cancel a deletion?',
      'Until its date, when an owner asks for it. Write down who asked and how: owners are told by e-mail.',
    ],
    [
      'What do I do with a letter?',
      'Check that it comes from the account, then schedule the deletion here. The owners can cancel it during the waiting time.',
    ],
    [
      'What must happen to older copies of the keys?',
      'Overwrite them. A backup of the data opens nothing of a deleted account, unless a copy of the keys folder from before is still there.',
    ],
  ],
  breaches: [
    [
      'What do I do first?',
      'Record the breach, even if you know little. The clock runs from the moment it became known, and the law gives 72 hours to notify the authority.',
    ],
    [
      'Where do the figures come from?',
      'Each field has a mark. Measured: the program read it from the database. Declared: somebody wrote it. Missing: it is still to be found. “Count again” reads the database anew.',
    ],
    [
      'Why can I not issue a letter?',
      'The law asks for the nature of the breach, numbers, likely consequences, measures and a contact point. The screen names the part that is missing. Who writes is declared under “Operator and DPO”.',
    ],
    [
      'Do people have to be told?',
      'Yes if the risk to them is high. Not if the data is encrypted and the keys are safe, for instance: choose the reason and explain it.',
    ],
    [
      'Can I delete a breach?',
      'No. The law asks for a record of every breach. A breach that is over is closed, with the reasons for what was decided.',
    ],
  ],
  operatorImpact: [
    [
      'Why does the server have its own assessment?',
      'Accounts decide what they send; you decide how the server works. This assessment shows them the measures, with evidence, when they make theirs.',
    ],
    [
      'Where does the evidence come from?',
      'From the registers, the suppliers’ contracts and the last security check. A check that finds a gap after validation opens the assessment again.',
    ],
  ],
  operatorTraining: [
    [
      'Whom does this concern?',
      'Whoever manages this server. Users of accounts are trained in their account.',
    ],
    [
      'How do I confirm my own training?',
      'Under “My training”, where that of the staff stands below that of the account.',
    ],
  ],
  operatorReviews: [
    [
      'What belongs here?',
      'What counsel said on the server itself: suppliers, measures, breaches, the contract with accounts.',
    ],
    ['Do accounts see it?', 'No. Each account has its own reviews.'],
  ],
  suppliers: [
    [
      'Why does a supplier need a contract?',
      'It receives numbers and texts. Article 28 of the GDPR asks for a contract with certain items; the screen says which are missing.',
    ],
    [
      'What happens on the last day?',
      'The routes of this supplier close at the second the contract ends, and each screen says why. Messages that wait are held; they leave once a renewed contract is entered, after a second check.',
    ],
    [
      'What is a sub-processor?',
      'A company that helps the supplier and sees the same data. Announce each change here: all accounts are told, and have 30 days to object. Their reasons stand under the change.',
    ],
    [
      'Where is the signed contract?',
      'Add it as a PDF under its contract. It is sealed, and each download is recorded in the log.',
    ],
  ],
  routes: [
    [
      'Why is a route closed?',
      'It is switched off, its contract is missing or has ended, or the operator cannot be reached. The route’s page says which.',
    ],
    [
      'How do I add one?',
      '“Add a route” leads through five steps and keeps each, so you can stop and come back.',
    ],
  ],
  prices: [
    [
      'Who pays what?',
      'A price is for one part, by country. An account without a price of its own has the one shown here.',
    ],
  ],
  moderation: [
    [
      'What waits here?',
      'Senders to approve and campaigns under way. You see what is needed to decide, and nobody’s number.',
    ],
    [
      'How do I learn that a sender name waits?',
      'By a notification and an e-mail, by the number beside “Moderation”, and on your first page. Switch the notification off under “My profile”.',
    ],
    [
      'What does the account learn when a sender name is refused?',
      'Your reason, in its settings and its journal. Its managers get a notification.',
    ],
  ],
  health: [
    [
      'What should worry me?',
      'A route that is not connected, messages that have waited for long, and receipts that do not come.',
    ],
  ],
  eMail: [
    [
      'Why is no e-mail sent?',
      'No mail server is configured. The guide says which settings are needed. Until then the e-mails of trial accounts can be read here.',
    ],
  ],
  check: [
    [
      'What does “cannot be told” mean?',
      'This server cannot measure it from where it stands. The line says what is missing, or from where to look.',
    ],
    [
      'A gap is accepted here. Can I hide it?',
      'No. It stays in the list and in the history, so that whoever reads it later sees what was known. Note the decision where you keep yours.',
    ],
    [
      'Can I check from a terminal?',
      'Yes: “npx accord check” tells the same, also while the server is stopped. With “--online” it asks the npm registry for known vulnerabilities.',
    ],
  ],
  backups: [
    [
      'What is in a backup, and what is not?',
      'The database and its files, encrypted. The keys are not in it: copy them to a place apart, and replace the copy each time.',
    ],
    [
      'What does a drill do?',
      'It restores the last backup apart, counts its rows, opens some people, and tries every key that is left on every backup. Nobody who was erased may be readable.',
    ],
    [
      'What is lost if the disk breaks?',
      'About ten seconds, once there is a backup: what changes after it is kept beside it. The screen says whether that works now, and which moments can be restored.',
    ],
    [
      'Why does an older backup need a newer one?',
      'After an erasure the keys of people are replaced. The older backup takes them from the newer one, so that erased people stay erased.',
    ],
  ],
  restored: [
    [
      'Why is sending on hold?',
      'The database was put back to an earlier moment. Somebody may have said STOP since then, and some messages may have left already.',
    ],
    [
      'What do I do?',
      'Read what was found, then resume alerts. Resume marketing only when the STOPs of that time are known.',
    ],
  ],
  erasureNotices: [
    [
      'Why are suppliers told?',
      'They keep the numbers of the messages that they carried. Whoever was erased must be erased there too, or told why not (GDPR, art. 19).',
    ],
    [
      'Who is told by itself?',
      'A supplier whose address for erasures, under “Suppliers”, is an e-mail address. The others wait here: the text is ready to be copied.',
    ],
    [
      'How long are the numbers kept for it?',
      'Until the answer is recorded, and sixty days at most. They are sealed under a key of their own, which is then destroyed.',
    ],
  ],
} satisfies Partial<HelpTexts>
