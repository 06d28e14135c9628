import { z } from 'zod'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { wordsFor } from '#people/persons/code-words.ts'

const words = z.string().nullable().catch(null)

/** What single doors ask beyond what every referrer tells: a ward knows the day of discharge, a school the year. */
export const askedSchema = z.object({
  ward: words,
  dischargeOn: z.iso.date().nullable().catch(null),
  willingAndAble: words,
  relationship: words,
  schoolYear: words,
  parentKnows: words,
  reachThrough: words,
  work: words,
  theirReference: words,
  knowsThem: words,
  safeContact: words,
})

export type AskedAtDoor = z.output<typeof askedSchema>

/** Care Act 2014 s.74 (by the Health and Care Act 2022 s.91, from 1 July 2022): carers are involved before a discharge. */
export const willingWords: Readonly<Record<string, string>> = {
  both: 'Willing and able',
  willing: 'Willing, but not able without help',
  not_willing: 'Not willing',
  not_asked: 'Nobody has asked them yet',
}

export const parentKnowsWords: Readonly<Record<string, string>> = {
  yes: 'Yes',
  no: 'No, and they must not hear of it yet',
  not_sure: 'Not sure',
}

export const workWords: Readonly<Record<string, string>> = {
  working: 'Working',
  looking: 'Looking for work',
  left_to_care: 'Left work to care',
  not_working: 'Not working',
}

/** The answers that a door's own questions got, each with its words, for whoever reads the referral. */
export function askedInWords(asked: AskedAtDoor): readonly (readonly [string, string])[] {
  const lines: readonly (readonly [string, string | null])[] = [
    ['Ward', asked.ward],
    [
      'Expected to go home',
      asked.dischargeOn === null ? null : inWords(isoDate(asked.dischargeOn)),
    ],
    ['Willing and able to care', worded(asked.willingAndAble, willingWords)],
    [
      'They look after their',
      asked.relationship === null ? null : wordsFor('relationships', asked.relationship),
    ],
    ['School year', asked.schoolYear],
    ['A parent knows', worded(asked.parentKnows, parentKnowsWords)],
    ['Reach them through', asked.reachThrough],
    ['Work', worded(asked.work, workWords)],
    ['The sender’s reference', asked.theirReference],
    ['How the sender knows them', asked.knowsThem],
    ['Contact safely', asked.safeContact],
  ]
  return lines.filter((line): line is readonly [string, string] => line[1] !== null)
}

const worded = (code: string | null, among: Readonly<Record<string, string>>): string | null =>
  code === null ? null : (among[code] ?? code)

/** What whoever rings must know first; until a worker has talked with a child, nobody at home is told. */
export function safelyOf(asked: AskedAtDoor): string | null {
  const parents =
    asked.parentKnows === 'no' || asked.parentKnows === 'not_sure'
      ? 'Do not contact the parents before talking with the young person.'
      : null
  return [parents, asked.safeContact].filter((each) => each !== null).join(' ') || null
}
