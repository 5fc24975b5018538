// For whom a recurring send is where a segment says it: its people are chosen anew on each day.
export const chosenAnewWords = {
  en: {
    segment: 'Segment “{name}”',
    chosenAt:
      'Its people are chosen anew on each day, by the rules it has then. On {when}, {people} fitted.',
    ofSegment: 'For the segment “{name}”, whose people are chosen anew on each day: {rules}.',
  },
  fr: {
    segment: 'Segment « {name} »',
    chosenAt:
      'Ses personnes sont choisies de nouveau chaque fois, selon ses règles du moment. Le {when}, elles étaient {people}.',
    ofSegment:
      'Pour le segment « {name} », dont les personnes sont choisies de nouveau chaque fois : {rules}.',
  },
}
