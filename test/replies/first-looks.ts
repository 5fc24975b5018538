// The published sets of replies by their names, and how each was read at its first look.

/** How a set was read at the first look, before any rule was written from it. */
type FirstLook = {
  stops: number
  stop: number
  doubtful: number
  others: number
  falseStops: number
  /** Of what is doubtful by itself, and how much of it was passed over; counted since set-12. */
  doubts?: { all: number; ignored: number }
}

/**
 * `set-0` is what the rules were first written from. Each later set was made when the rules stood,
 * was read once, and served to better them only then: its first look is the honest score. "Oui"
 * alone was labelled a start in `set-0`; it answers whatever was asked, as in all the others.
 */
export const sets: readonly { name: string; firstLook: FirstLook | null }[] = [
  { name: 'set-0', firstLook: null },
  { name: 'set-1', firstLook: { stops: 273, stop: 259, doubtful: 3, others: 97, falseStops: 2 } },
  { name: 'set-2', firstLook: { stops: 207, stop: 195, doubtful: 4, others: 83, falseStops: 3 } },
  { name: 'set-3', firstLook: { stops: 211, stop: 199, doubtful: 3, others: 87, falseStops: 2 } },
  { name: 'set-4', firstLook: { stops: 126, stop: 122, doubtful: 1, others: 54, falseStops: 1 } },
  { name: 'set-5', firstLook: { stops: 177, stop: 176, doubtful: 1, others: 64, falseStops: 4 } },
  { name: 'set-6', firstLook: { stops: 156, stop: 153, doubtful: 1, others: 44, falseStops: 1 } },
  { name: 'set-7', firstLook: { stops: 109, stop: 108, doubtful: 1, others: 25, falseStops: 0 } },
  { name: 'set-8', firstLook: { stops: 285, stop: 271, doubtful: 9, others: 53, falseStops: 0 } },
  { name: 'set-9', firstLook: { stops: 199, stop: 179, doubtful: 8, others: 40, falseStops: 0 } },
  { name: 'set-10', firstLook: { stops: 204, stop: 198, doubtful: 4, others: 36, falseStops: 0 } },
  { name: 'set-11', firstLook: { stops: 94, stop: 90, doubtful: 4, others: 23, falseStops: 1 } },
  {
    name: 'set-12',
    firstLook: {
      stops: 175,
      stop: 165,
      doubtful: 8,
      others: 55,
      falseStops: 1,
      doubts: { all: 20, ignored: 12 },
    },
  },
  // "Pas avant 10h la prochaine fois" was labelled a doubt then: it asks for a next time.
  {
    name: 'set-13',
    firstLook: {
      stops: 175,
      stop: 155,
      doubtful: 9,
      others: 55,
      falseStops: 1,
      doubts: { all: 20, ignored: 7 },
    },
  },
  // Written to teach the likeness reader, and hard on purpose; its labels were made to agree with
  // the older sets' after this look.
  {
    name: 'set-14',
    firstLook: {
      stops: 417,
      stop: 339,
      doubtful: 28,
      others: 880,
      falseStops: 8,
      doubts: { all: 478, ignored: 283 },
    },
  },
  // The first two that rules and likeness read together, by another hand that knew neither. Without
  // likeness: 142, 12 doubtful, 21 ignored; and 96, 21 and 58. The second is hard on purpose. "Who is
  // this?" was labelled a doubt then: it is answered with who writes and how to stop, as elsewhere; and
  // so was "mdr ok", a laugh like those that elsewhere mean nothing.
  {
    name: 'set-15',
    firstLook: {
      stops: 175,
      stop: 143,
      doubtful: 23,
      others: 55,
      falseStops: 3,
      doubts: { all: 20, ignored: 5 },
    },
  },
  {
    name: 'set-16',
    firstLook: {
      stops: 175,
      stop: 100,
      doubtful: 58,
      others: 55,
      falseStops: 5,
      doubts: { all: 20, ignored: 12 },
    },
  },
  {
    name: 'set-17',
    firstLook: {
      stops: 210,
      stop: 187,
      doubtful: 22,
      others: 66,
      falseStops: 0,
      doubts: { all: 24, ignored: 0 },
    },
  },
  // "How did you get my number?" in four languages was labelled a doubt then: it is answered, as
  // elsewhere. "Non" alone was one too, meant nothing in the older sets, and is a doubt again since
  // set-21: a person looks whether it answers a question or all of it. 97 of its stops stood in older sets and 11 of the
  // next one's; of those that did not 155 of 163 acted at once, and 105 of 119.
  {
    name: 'set-18',
    firstLook: {
      stops: 260,
      stop: 252,
      doubtful: 8,
      others: 103,
      falseStops: 2,
      doubts: { all: 40, ignored: 5 },
    },
  },
  // Written as if by many other people, and harder for it.
  {
    name: 'set-19',
    firstLook: {
      stops: 130,
      stop: 115,
      doubtful: 14,
      others: 57,
      falseStops: 0,
      doubts: { all: 25, ignored: 0 },
    },
  },
  {
    name: 'set-20',
    firstLook: {
      stops: 130,
      stop: 130,
      doubtful: 0,
      others: 85,
      falseStops: 1,
      // Questions who writes, which are answered, but their anger is passed over.
      doubts: { all: 25, ignored: 3 },
    },
  },
  {
    name: 'set-21',
    firstLook: {
      stops: 120,
      stop: 119,
      doubtful: 1,
      others: 155,
      falseStops: 5,
      doubts: { all: 25, ignored: 4 },
    },
  },
  {
    name: 'set-22',
    firstLook: {
      stops: 180,
      stop: 180,
      doubtful: 0,
      others: 150,
      falseStops: 3,
      doubts: { all: 30, ignored: 0 },
    },
  },
  // Of what is no stop, 32 more were doubted. Wrong numbers were labelled as nothing then and wishes
  // to be called back as questions who writes: a number that changed hands is a doubt, and a call is
  // for a person to make, as elsewhere.
  {
    name: 'set-23',
    firstLook: {
      stops: 120,
      stop: 119,
      doubtful: 1,
      others: 156,
      falseStops: 9,
      doubts: { all: 24, ignored: 1 },
    },
  },
  // Of what is no stop, 38 more were doubted. "How did you get my number" was labelled a doubt then:
  // it is answered, as elsewhere.
  {
    name: 'set-24',
    firstLook: {
      stops: 120,
      stop: 116,
      doubtful: 4,
      others: 150,
      falseStops: 14,
      doubts: { all: 30, ignored: 4 },
    },
  },
  // Read once with what set-24 had taught: before that 116 of its stops at once, 10 false ones and 5
  // doubts ignored. Only those two doubts, one of its stops and nothing else have taught since.
  {
    name: 'set-25',
    firstLook: {
      stops: 120,
      stop: 117,
      doubtful: 3,
      others: 150,
      falseStops: 11,
      doubts: { all: 30, ignored: 2 },
    },
  },
  {
    name: 'set-26',
    firstLook: {
      stops: 120,
      stop: 116,
      doubtful: 3,
      others: 150,
      falseStops: 5,
      doubts: { all: 30, ignored: 1 },
    },
  },
  {
    name: 'set-27',
    firstLook: {
      stops: 120,
      stop: 114,
      doubtful: 5,
      others: 150,
      falseStops: 1,
      doubts: { all: 30, ignored: 0 },
    },
  },
  // Seven of its keywords and four of the next set's stood in it for another language too, and were
  // taken out after this look.
  {
    name: 'set-28',
    firstLook: {
      stops: 120,
      stop: 120,
      doubtful: 0,
      others: 150,
      falseStops: 3,
      doubts: { all: 30, ignored: 0 },
    },
  },
  {
    name: 'set-29',
    firstLook: {
      stops: 120,
      stop: 120,
      doubtful: 0,
      others: 150,
      falseStops: 8,
      doubts: { all: 30, ignored: 0 },
    },
  },
  // 30 and 31 are kept aside. "Basta così" was labelled a doubt in the next one, and "ya basta" and
  // "cancelar" in set-35: they are stops, as in the older sets.
  {
    name: 'set-32',
    firstLook: {
      stops: 120,
      stop: 118,
      doubtful: 2,
      others: 150,
      falseStops: 6,
      doubts: { all: 30, ignored: 0 },
    },
  },
  // "Chi vi ha dato il mio numero" was labelled a doubt then, here and in set-35: it is answered with
  // who writes, as in set-18 and set-24.
  {
    name: 'set-33',
    firstLook: {
      stops: 120,
      stop: 119,
      doubtful: 1,
      others: 150,
      falseStops: 5,
      doubts: { all: 30, ignored: 1 },
    },
  },
  {
    name: 'set-34',
    firstLook: {
      stops: 120,
      stop: 118,
      doubtful: 2,
      others: 150,
      falseStops: 7,
      doubts: { all: 30, ignored: 0 },
    },
  },
  // "STOP" stood in it for Spanish and Italian too, and was taken out after this look.
  {
    name: 'set-35',
    firstLook: {
      stops: 120,
      stop: 118,
      doubtful: 2,
      others: 150,
      falseStops: 3,
      doubts: { all: 30, ignored: 1 },
    },
  },
  {
    name: 'set-36',
    firstLook: {
      stops: 219,
      stop: 215,
      doubtful: 3,
      others: 291,
      falseStops: 4,
      doubts: { all: 56, ignored: 1 },
    },
  },
  {
    name: 'set-37',
    firstLook: {
      stops: 182,
      stop: 174,
      doubtful: 6,
      others: 262,
      falseStops: 7,
      doubts: { all: 22, ignored: 0 },
    },
  },
  // Three lots by hands that knew neither rules nor sets, broad on purpose: what is rare comes as
  // often as what is usual. Of what is no stop, 129 more were doubted. 30 were labelled stops then
  // that are doubts, as in the older sets: curses, "not interested", "I want nothing" and "this is
  // harassment" alone, and whoever refuses offers but keeps reminders. Three were labelled doubts
  // that elsewhere mean nothing ("stop or more?", "not before nine", "only after six").
  {
    name: 'set-38',
    firstLook: {
      stops: 1162,
      stop: 1032,
      doubtful: 116,
      others: 708,
      falseStops: 35,
      doubts: { all: 296, ignored: 31 },
    },
  },
  // Two more such hands, asked to go beyond what comes to mind first, in four languages. Of what is no
  // stop, 82 more were doubted. Eight were labelled stops then that are doubts, as in the older
  // sets ("not interested any more", "spare me", "be off", harassment that is only told of), and one
  // was a doubt that elsewhere means nothing ("not before nine").
  {
    name: 'set-39',
    firstLook: {
      stops: 847,
      stop: 715,
      doubtful: 116,
      others: 482,
      falseStops: 15,
      doubts: { all: 203, ignored: 20 },
    },
  },
  // Everyday replies in everyday proportions, most of them a few words, in six languages. Of what is no
  // stop, 125 more were doubted. Eleven were labelled otherwise then, against the older sets: calm
  // questions where a number comes from were doubts, "je n'ai rien demandé" and "mai dato il consenso"
  // too, which are stops; "fuera" was a stop, "??", "???" and "Huh?" nothing, and "more info" help.
  {
    name: 'set-40',
    firstLook: {
      stops: 704,
      stop: 690,
      doubtful: 13,
      others: 911,
      falseStops: 8,
      doubts: { all: 350, ignored: 13 },
    },
  },
  // Everyday replies by three hands, read once with the bars of doubt at half of what they were: before
  // that three doubts more were passed over, and 201 of what is no stop doubted instead of 325. The one
  // that is called ignored was answered as a question who writes. Half of the false stops asked to
  // receive the messages. Ten were labelled otherwise then, against the older sets ("ça suffit", "go
  // away", "j'ai rien demandé" were doubts, "verpisst euch" a stop, "huh" and "boh" nothing).
  {
    name: 'set-41',
    firstLook: {
      stops: 814,
      stop: 803,
      doubtful: 10,
      others: 1342,
      falseStops: 26,
      doubts: { all: 393, ignored: 1 },
    },
  },
  // By people who were asked for no two alike: broader than everyday. As they labelled it: "how do I
  // unsubscribe?" was a question then and is a stop, "how did you get my number" a doubt and is answered,
  // as elsewhere; what stands word for word among the kept aside was left out after this look.
  {
    name: 'set-42',
    firstLook: {
      stops: 905,
      stop: 862,
      doubtful: 37,
      others: 1159,
      falseStops: 40,
      doubts: { all: 456, ignored: 27 },
    },
  },
  // As everybody writes, by two hands in six languages; as they labelled it ("fuck off", "no stop" and two
  // more were stops, which are doubts elsewhere). Of the three that were ignored two were slips of "baja"
  // that are words, and one of "basta".
  {
    name: 'set-43',
    firstLook: {
      stops: 564,
      stop: 555,
      doubtful: 6,
      others: 714,
      falseStops: 6,
      doubts: { all: 282, ignored: 6 },
    },
  },
]
