// The help of impact assessments, training and reviews by counsel, in English.
import type { HelpTexts } from './topics.ts'

export const ofAccountability = {
  impact: [
    [
      'Do I have to make an assessment?',
      'If two of the nine criteria are met, as a rule yes. The program counts what it can; you answer the others. If you make none although it is called for, write why.',
    ],
    [
      'Which answers do I have to write?',
      'Those marked as missing. Where the program measured the answer you may add to it. An optional question may stay empty.',
    ],
    [
      'What does a cited measure do?',
      'It ties your answer to something that the program measures. When the measure is not in place any more, the answer says so.',
    ],
    [
      'Why is a validated assessment open again?',
      'A new sort of data, a new supplier, a new purpose or a measure that went. Look at the answers concerned, then validate again. Every version is kept.',
    ],
  ],
  training: [
    [
      'What must be known by whom?',
      'Six trainings come with the program, each for certain roles. Add those of your trade: they count in the same way.',
    ],
    [
      'Who confirms a training?',
      'Each person, under “My training”. You record the session and who attended; only they can say that they were there and understood.',
    ],
    [
      'How long does a training count?',
      'A year for those of the program; as long as you set for your own. The person is told 30 days before its end.',
    ],
    [
      'Where is the count shown?',
      'In the register of processing and in the public notice: how many of your users are trained, and when last.',
    ],
  ],
  ownTraining: [
    [
      'What do I do here?',
      'Read each text and confirm it, or confirm the session that you attended. Nobody can do it for you.',
    ],
    ['Why is a training asked again?', 'It counts for a limited time, a year as a rule.'],
  ],
  reviews: [
    [
      'What belongs here?',
      'Every question to a law firm, your data protection officer or an authority, with the opinion and what you decided, and why.',
    ],
    ['Can I change a review?', 'Yes. What stood there before is kept, with who wrote it.'],
    [
      'When am I reminded?',
      '30 and 7 days before the day that you set for the next look, and once an opinion waits for a decision.',
    ],
    [
      'Should a person be told who looked at their data?',
      'Only if that is needed for their rights and weighs more than those of your staff. Record the question, the opinion and the decision here.',
    ],
  ],
} satisfies Partial<HelpTexts>
