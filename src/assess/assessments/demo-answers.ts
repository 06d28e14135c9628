import type { Answers } from './answers.ts'

// What the carers of the demo said in their assessments, by section of the form `adult-carer-1`.
// Everybody is invented.

const wellbeing = {
  'wellbeing-W_a': 'some',
  'wellbeing-W_a-words': 'Feels that appointments are made without asking.',
  'wellbeing-W_b': 'significant',
  'wellbeing-W_b-words': 'Sleeps four hours a night. Back pain since the winter.',
  'wellbeing-W_c': 'none',
  'wellbeing-W_c-words': 'Asked in private. No worries about safety for either of them.',
  'wellbeing-W_d': 'some',
  'wellbeing-W_d-words': 'Every day is set by medicines and meals.',
  'wellbeing-W_e': 'significant',
  'wellbeing-W_e-words': 'Has not been to choir for a year and hardly sees friends.',
  'wellbeing-W_f': 'some',
  'wellbeing-W_f-words': 'Heating costs more with somebody at home all day.',
  'wellbeing-W_g': 'some',
  'wellbeing-W_g-words': 'Short with the family when tired, and sorry afterwards.',
  'wellbeing-W_h': 'none',
  'wellbeing-W_h-words': 'The house suits them both.',
  'wellbeing-W_i': 'some',
  'wellbeing-W_i-words': 'Used to help at the food bank, and misses it.',
} as const

/** The whole of one assessment; `informationOn` is the day on which they had the information. */
export function wholeDemoAnswers(informationOn: string): Readonly<Record<string, Answers>> {
  return {
    'taking-part': {
      method: 'home_visit',
      information_given_on: informationOn,
      carer_took_part: 'yes',
      others_asked_for: 'no',
      difficulty: 'no',
      capacity: 'no',
      combined: 'no',
    },
    ...begunDemoAnswers,
    'able-and-willing': {
      able_now: 'partly',
      able_later: 'partly',
      able_words: 'Manages the days. The nights are too much alone.',
      willing_now: 'yes',
      willing_later: 'partly',
      willing_words: 'Wants to go on at home, with help, and not without.',
    },
    wellbeing,
    'your-life': {
      work: 'no',
      learning: 'no',
      recreation: 'none',
      recreation_words: 'Choir on Thursdays until a year ago.',
      breaks_discussed: 'yes',
      breaks_words: 'Talked about a sitting service for one evening, and a weekend in spring.',
      emergency: 'A sister could come for two days. Nothing is written down yet.',
    },
    'what-you-want': {
      'outcomes-1': 'Sing with the choir on Thursdays again',
      'outcomes-1-extent': 'lot',
      'outcomes-1-how': 'Somebody to sit in for three hours.',
      'outcomes-2': 'Sleep through two nights a week',
      'outcomes-2-extent': 'lot',
      'outcomes-2-how': 'A night alarm, so as not to lie awake listening.',
      other_help: 'Family on Sundays; the neighbours have a key.',
      prevention: ['advice', 'group'],
      advice_given: 'How to lift safely, and the carers’ group on the first Monday.',
    },
  }
}

/** The section that was saved of an assessment that is still under way. */
export const begunDemoAnswers: Readonly<Record<string, Answers>> = {
  caring: {
    care_given: 'Washes, dresses and feeds; gives medicines four times a day; up twice at night.',
    without_you: 'Could not get out of bed or eat, and would not take the medicines.',
    changes: 'Walking is worse since the autumn.',
    other_people: 'A sister rings on Sundays. Nobody else helps with the care.',
    child_helps: 'no',
  },
}
