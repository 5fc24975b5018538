// The help of each screen, in English.
import { ofAccountability } from './accountability-en.ts'
import { consentHelp } from './consent-texts.ts'
import { developerHelp } from './developer-texts.ts'
import { findingHelp } from './finding-texts.ts'
import { ofStaff } from './staff-en.ts'
import type { HelpTexts } from './topics.ts'
import { webhookHelp } from './webhook-texts.ts'

export const texts: HelpTexts = {
  home: [
    [
      'What do these figures count?',
      'The last 30 days of your account. Each figure opens the list that it counts.',
    ],
    [
      'What does “can receive marketing” mean?',
      'The person’s consent to SMS is proven, in force, and no STOP or objection stands against it.',
    ],
    [
      'Where do I begin?',
      'With the steps at the top. They tick themselves, and the list goes once all are done.',
    ],
  ],
  campaigns: [
    [
      'How does a campaign go?',
      'You write a text for a list, read the check sheet, have it approved, and launch. Each message is checked once more as it leaves.',
    ],
    [
      'Can I change a campaign?',
      'Until it is launched. After that you can pause it, resume it, or cancel what has not left. “Duplicate” makes a new draft of it.',
    ],
  ],
  write: [
    [
      'Marketing or alert?',
      'Marketing promotes something and needs each person’s consent. An alert tells people what they need to know (an order, an appointment) and has another legal basis. A text that reads like advertising is refused as an alert.',
    ],
    [
      'How is the price counted?',
      'By parts. A part holds 160 characters, or 153 in a longer text. One character outside the SMS alphabet, even in one name, leaves 70 (or 67). The figure becomes exact once each recipient is counted, STOP instruction included.',
    ],
    [
      'What are fields?',
      'Words in braces are replaced by the value of each person, as in “Bonjour {first_name}”. With “{first_name|à vous}” whoever has no first name reads “à vous”; without it they are left out.',
    ],
    [
      'When does marketing leave?',
      'In the lawful hours of each person’s place. In France: Monday to Saturday, from 8:00 to 20:00, and not on public holidays.',
    ],
  ],
  campaign: [
    [
      'What is the check sheet?',
      'Who receives the message, who is left out and why, what it costs, and when it leaves. Approval covers exactly this sheet. If the text or the list changes, a new sheet has to be approved.',
    ],
    [
      'Why is somebody left out?',
      'Each reason is counted and, until the launch, opens its people as they are now; after it, their refused messages. The most frequent: no proven consent, a STOP, or a number that cannot receive SMS.',
    ],
    [
      'What if somebody says STOP after the approval?',
      'They receive nothing: each message is checked again as it leaves.',
    ],
    [
      'Can I stop it?',
      'Yes. “Pause” keeps what has not left, “Cancel” ends it. What an operator has already accepted cannot be called back.',
    ],
  ],
  results: [
    [
      'What does “delivered” mean?',
      'The operator’s receipt says that the phone has it. Without a receipt a message stays “sent”.',
    ],
    [
      'What does “maybe sent” mean?',
      'The connection broke before the operator answered. Accord does not guess, and does not send twice unless you chose so.',
    ],
    [
      'Can I see who?',
      'Each number opens its messages or replies, and each message its person. CSV and Excel hold the messages, numbers masked; the PDF holds the figures.',
    ],
    [
      'How do I compare lists or operators?',
      '“Results of a period”, on the page of campaigns, adds up all campaigns between two days.',
    ],
  ],
  calendar: [
    [
      'What stands on a day?',
      'Campaigns by the instant they were given, or that of their launch, and the days to come of recurring sends.',
    ],
    [
      'Why is a birthday message not on each day?',
      'It looks each day for whose date it is. It stands below the month, from its next day on.',
    ],
  ],
  recurring: [
    [
      'Can somebody get it twice?',
      'No. A person gets it once a year for a date of theirs, and once for each day of a list, whatever stops or restarts.',
    ],
    [
      'What if the server is away on the day?',
      'Back within three days it makes up for the day. Later the day is told as missed.',
    ],
    [
      'Why can I not change it?',
      'It is active. Pause it, change it, and start it again: what is started is what somebody has read.',
    ],
    [
      'What is done about 29 February and the 31st?',
      'In a shorter month it is the last day: 28 February, 30 April.',
    ],
  ],
  templates: [
    [
      'What is a version?',
      'Each change of the text makes one. A campaign remembers the version that it was written from.',
    ],
    ['What does archiving do?', 'The template is no longer offered. Nothing is deleted.'],
  ],
  ...developerHelp.en,
  webhooks: webhookHelp.en,
  links: [
    [
      'What is kept of somebody who clicks?',
      'Nothing. A click adds one to a figure of the day. No number, address or browser is stored, and everyone gets the same link.',
    ],
    [
      'Why are there three figures?',
      'Phones, messaging apps and protection software open links before anybody does. They are counted apart, so that the figure for people stays honest.',
    ],
    [
      'Can I make the links shorter?',
      'Whoever manages the installation can give it a second, shorter name; the guide says how. Each character counts in an SMS.',
    ],
  ],
  contacts: [
    [
      'What can I search by?',
      'A whole number, an e-mail address or your own reference: found at once. Names are encrypted and have no index, so people are opened one after the other: choose a list to be quicker.',
    ],
    [
      'What does each status mean?',
      'It says whether the person can receive marketing, and if not, why: STOP, not proven, expired, under review, erased. It is the same everywhere in Accord.',
    ],
    [
      'How do I add people?',
      '“Add a person” for one, with the consent that they gave. “Import contacts” for a file.',
    ],
    [
      'How do I put several people into a list?',
      'Tick them in the table, or all that are shown, then choose the list or name a new one. Where a list is shown you can also remove them from it. A STOP can be recorded for a selection too.',
    ],
  ],
  person: [
    [
      'How do I correct a name or an e-mail?',
      '“Edit”. What you write replaces what is held, without showing it; if you may reveal, you can look at it first. The number stays: a new number is a new person, who agrees themselves.',
    ],
    [
      'Somebody calls and wants no more messages. What do I do?',
      'Stop marketing here, or open “Act for this person”. It takes effect at once, also for what is on its way.',
    ],
    [
      'Can a STOP be undone?',
      'Only by the person: with a new proof from their own phone or hand, dated after the STOP.',
    ],
    [
      'What does “Erase” do?',
      'It destroys the key of this person’s contact and messages; older backups stop opening them once the old key is gone. Where they had consented, proofs are kept to a set day: the screen says before what they hold. An objection stays, in a form that cannot be read back.',
    ],
  ],
  lists: [
    ['What is a list for?', 'It groups people for a campaign. A person can be in several.'],
    ['What if I delete one?', 'The people stay, and so do their consents.'],
  ],
  segments: [
    [
      'What is a segment for?',
      'It holds rules instead of people. Whoever fits them when you prepare a campaign gets it, if marketing may reach them.',
    ],
    [
      'Why do I have to press “Count now”?',
      'Values of custom fields are encrypted. Counting by them opens them, so it is recorded in the journal with your name.',
    ],
    [
      'What if I change a segment later?',
      'Campaigns that are prepared keep their people and the rules as they were. A recurring send chooses its people anew each time, by the new rules.',
    ],
  ],
  leftOut: [
    [
      'Can I write to somebody who said no?',
      'Not for marketing. Only they can agree again. Messages that a contract or the law requires still leave.',
    ],
    [
      'How does Accord know that a number is dead?',
      'From delivery receipts: the network said that nobody has the number, or three messages in a row did not arrive over two weeks or more.',
    ],
    [
      'And if the number does work?',
      'Open the person and say how you know it. A delivered message, a reply or a newer consent lifts the mark by itself.',
    ],
  ],
  customFields: [
    [
      'What is a custom field?',
      'Something you keep about each person beside the name: an appointment, an amount, a file number. It can be filled from a column of a file and named in texts.',
    ],
    [
      'Which data is refused?',
      'Sensitive data (health, religion, opinions and the like). It needs a legal basis of its own, under “Sensitive data”.',
    ],
  ],
  imports: [
    [
      'What happens to my file?',
      'Accord reads it, says what personal data it holds, and stores nothing until you press “Import”. The file is deleted afterwards.',
    ],
    [
      'Why can only some people receive marketing?',
      'A consent counts when the file shows who agreed, when, and to which words. If the file quotes the words, publish them as a wording; the forecast then counts again.',
    ],
    [
      'What does each colour mean?',
      'It says how a column is treated: personal, not personal, or refused. You can change it, with a reason where the law asks for one.',
    ],
    [
      'I imported the wrong file.',
      'Open the import and choose “Undo”. What it brought is taken back.',
    ],
  ],
  toProve: [
    [
      'Why are these people here?',
      'Their file says nothing certain about consent. They receive alerts, and no marketing.',
    ],
    [
      'How do they get out?',
      'They are grouped by what would fix it, with its button: name the wording, add the proof, or ask them for consent with a form or a keyword.',
    ],
  ],
  inbox: [
    [
      'What is a doubtful reply?',
      'It could be a STOP (“plus de pub svp ?”). Marketing to this person waits until you say what it means.',
    ],
    [
      'Why is the text hidden?',
      'A reply is personal. Give a reason once a session, and the journal records each conversation that you open.',
    ],
    ['What becomes of a plain STOP?', 'It takes effect by itself and opens no conversation.'],
  ],
  wordings: [
    [
      'What is a wording?',
      'The exact text that people agree to. For SMS it must mention SMS and say who is writing.',
    ],
    [
      'Can I correct a wording?',
      'Until it is published: change or delete the draft. Afterwards people have agreed to these words, so you write a new version. The consents to the earlier one stay what they are.',
    ],
  ],
  requests: [
    [
      'How long do I have?',
      'One month from the day the request arrived. The screen shows the last day of each.',
    ],
    [
      'How do I answer?',
      'Choose “Answer this request”, then what you will do: prepare the copy, correct, erase, restrict, extend, or refuse with a reason. It is done and answered in one step. The person is told by SMS and reads it on their own page. For whoever wrote by post, “Letters on paper” gives a letter to print.',
    ],
    [
      'Do I need an identity paper?',
      'Never, and none is taken. STOP and objection need nothing. For a copy, a code to the number is enough; a second sign is asked for only where the answer holds their replies or sensitive data, or the number may have changed hands.',
    ],
  ],
  erasures: [
    [
      'Is the person gone at once?',
      'From the live data, at once. Older backups still open until the old key is destroyed; the list says by when.',
    ],
    [
      'What do I give the person?',
      'The link or the signed file. It names nobody, and shows today’s test each time it is opened.',
    ],
    [
      'Why are proofs kept?',
      'To answer if somebody disputes that they agreed. They are encrypted, allow no message, and are destroyed on their day. Until then whoever may export proofs or see personal data can read them; the certificate says what they hold.',
    ],
  ],
  sensitive: [
    [
      'Can I keep health data?',
      'Only on a legal basis (articles 9 and 10 of the GDPR) that one person records and another approves.',
    ],
    [
      'What if the basis ends?',
      'Its key is destroyed at once, and what was stored under it can no longer be read.',
    ],
  ],
  register: [
    [
      'Where does this register come from?',
      'From what the account uses: wordings, campaigns, contacts, files, retention periods and suppliers. What says “Measured” was read from the program; “Declared” was written by one of you; “Missing” is for you to complete.',
    ],
    [
      'What is an undeclared purpose?',
      'A campaign was approved for a purpose that nobody has described here. Say in one sentence what it is for, and the alarm ends.',
    ],
    [
      'Is this the official form?',
      'The spreadsheet has the headings of the simplified register of the CNIL, the French authority.',
    ],
  ],
  accountSuppliers: [
    [
      'Why do I see these companies?',
      'They process your contacts’ numbers for you. The GDPR (article 28) gives you the right to know them, the companies that help them, and what changes.',
    ],
    [
      'What does an objection do?',
      'Whoever manages the installation reads your reason. Until the day of the change they can keep things as they are or agree on something else with you. The change is not stopped by itself.',
    ],
    [
      'Until when can I object?',
      'Until the day the change takes effect, 30 days at least after its announcement. One that is already at work can be objected to for 30 days.',
    ],
  ],
  publicNotice: [
    [
      'Who reads this page?',
      'Anybody: it is linked from your forms and from each person’s own page. It names nobody you write to.',
    ],
    [
      'Can I change its text?',
      'It is written from what is true. Change a retention period, declare a contact or sign a contract, and the next reader sees it. Each earlier version is kept.',
    ],
  ],
  settings: [
    [
      'What is a sender?',
      'The name that the phone shows. Staff approve it before it is used, and each needs a proof that it is yours.',
    ],
    [
      'Why was a sender name refused?',
      'The list of senders says so, in the words of whoever refused it. Write to them, or ask for another name.',
    ],
    [
      'Which role should I give?',
      'The narrowest that does the work. “View the rights” lists what each role may do, in sentences.',
    ],
    [
      'Can I require a second factor?',
      'Yes, of all users or of those who may do what weighs most, from a date on. Add one of your own first. Whoever has none by then can only add one. Tokens are not concerned.',
    ],
  ],
  deletion: [
    [
      'Can I change my mind?',
      'Until the date that is shown: here, or by the link in the e-mail to each owner. After that nobody can bring the account back.',
    ],
    [
      'What should I take with me?',
      'The full copy. It holds the objections too: whoever said STOP must not be written to with another tool either.',
    ],
    [
      'How do I know that everything is gone?',
      'You get a signed certificate. It counts what was deleted, and says what older backups still hold, until when, and which of it can be opened.',
    ],
  ],
  moves: [
    [
      'In which order do I move?',
      'Objections first, then contacts, then proofs. Otherwise somebody who said STOP elsewhere could be written to.',
    ],
    [
      'Can I leave with my consents?',
      'Yes. The export holds every consent with its proof, and anybody can verify it with one file, without Accord.',
    ],
  ],
  profile: [
    [
      'How do I change my e-mail address?',
      'Enter the new one with your password, then open the link that is sent to it. Your present address is told, and can undo the change for seven days.',
    ],
    [
      'What does a new password end?',
      'Every other session. Tokens keep working unless you tick the box.',
    ],
    [
      'What is a second factor?',
      'Something that only you have, asked for after the password: a passkey of your device, or a code from an app on your phone. Whoever finds out your password alone cannot get in. A passkey also protects you from a page that looks like Accord.',
    ],
    [
      'I have lost my phone. How do I get in?',
      'With one of your recovery codes, in place of the code. Without one, an owner of your account removes your second factor; you then log in with your password and add a new one.',
    ],
  ],
  tryOne: [
    [
      'Is it a real message?',
      'It takes the whole way: rules, queue, a real SMPP connection, receipt. Only the phone is simulated, and nothing leaves this machine.',
    ],
    [
      'What can I try?',
      'Reply as the person would: a question, a STOP. Choose a phone that is switched off to see a failure.',
    ],
  ],
  notifications: [
    [
      'What am I told of?',
      'What ended, what is stuck, and what waits for somebody with your rights. There is never a number or a text of a person in it.',
    ],
    [
      'Can I have fewer?',
      'Yes. Under “My profile” each kind can be switched off, on screen and by e-mail.',
    ],
  ],
  retention: [
    [
      'What is deleted at night?',
      'Messages, replies and imports that brought nobody, once they are older than the period you choose here. What is still in flight, waits or must be read by somebody stays.',
    ],
    [
      'Will my figures change?',
      'No. The figures of a campaign are counted and kept before its messages go. The page of results then says when the details were deleted.',
    ],
    [
      'I chose a shorter period by mistake.',
      'Choose the longer one again: a shorter period deletes nothing for thirty days. What is deleted cannot be brought back.',
    ],
    [
      'How do I prove that it was deleted?',
      'Each night leaves a record: how many, the period, the oldest that is left. A night that fails is an open point.',
    ],
  ],
  ownBreaches: [
    [
      'What do I see here?',
      'Your register of breaches: those of this server that concern your data, once its administrators tell you, and those that you record yourself.',
    ],
    [
      'What do I have to do?',
      'You are the controller. Judge the risk to people. Unless it is unlikely, notify your authority within 72 hours; if it is high, tell people too. For a breach of this server the hours begin when you are told. You are reminded when 24 and 6 hours are left.',
    ],
    [
      'What if I do not notify the authority?',
      'Judge the risk and write why. If you judge that there is a risk, the breach cannot be closed until the authority was notified.',
    ],
    [
      'Who sees a breach that I record?',
      'Owners and data protection officers of your account. The administrators of this server do not: if it concerns the server, tell them.',
    ],
    [
      'Why does my letter lack my address or contact?',
      'Declare them in the register of processing, then press “Count again”.',
    ],
  ],
  openPoints: [
    [
      'Where do these points come from?',
      'From what the program holds: requests and their deadlines, supplier contracts, consents, the ledger, the journal and the security check. Nobody types them in, and each goes away once its cause is gone.',
    ],
    [
      'Why do I see fewer than somebody else?',
      'You see points that your rights cover. Contracts and the security check belong to whoever manages the installation.',
    ],
  ],
  ...consentHelp.en,
  ...findingHelp.en,
  ...ofAccountability,
  ...ofStaff,
}
