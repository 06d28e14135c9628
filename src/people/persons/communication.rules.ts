/**
 * What must not be missed before writing or ringing, in words and in order: safety first, then how
 * somebody understands (Accessible Information Standard, DAPB1605: identify, record, flag, share,
 * meet, review; in force from 1 August 2016).
 */
import type { Flag } from '#platform/govuk/own/identity-strip.ts'
import { addMonths, inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import type { CommunicationNeeds } from './communication.sql.ts'
import { wordsFor } from './code-words.ts'
import type { Person } from './person.ts'

export type Reached = Pick<
  Person,
  | 'diedOn'
  | 'safeContact'
  | 'informationFormat'
  | 'language'
  | 'mayPhone'
  | 'mayPost'
  | 'mayEmail'
  | 'mayText'
>

export type Understood = Pick<
  CommunicationNeeds,
  | 'preferredWay'
  | 'formatWords'
  | 'interpreter'
  | 'professionals'
  | 'support'
  | 'longerAppointment'
  | 'adjustments'
  | 'noVoicemail'
  | 'safeTimes'
  | 'notWithParent'
  | 'reviewedOn'
>

/** The flags at the top of a record. */
export function communicationFlags(
  person: Reached,
  needs: Understood | undefined,
): readonly Flag[] {
  return [...safety(person, needs), ...understanding(person, needs), ...refused(person)]
}

function safety(person: Reached, needs: Understood | undefined): readonly Flag[] {
  return words(
    [
      person.diedOn === null ? null : `Died ${inWords(isoDate(person.diedOn))}`,
      needs?.notWithParent === true ? 'Do not share with a parent: no letters home' : null,
      person.safeContact,
      needs?.noVoicemail === true ? 'Leave no voicemail' : null,
      said('Ring only', needs?.safeTimes),
    ],
    'alert',
  )
}

function understanding(person: Reached, needs: Understood | undefined): readonly Flag[] {
  const { informationFormat, language } = person
  const foreign = language !== null && !/^english$/i.test(language) ? language : null
  const reads = informationFormat === 'standard' ? null : wordsFor('formats', informationFormat)
  return words(
    [
      reads === null ? (needs?.formatWords ?? null) : said(reads, needs?.formatWords, reads),
      needs?.interpreter === true
        ? said('Needs an interpreter', foreign, 'Needs an interpreter')
        : said('Speaks', foreign, null, ' '),
      ...(needs?.professionals ?? []).map((code) => wordsFor('communication-professionals', code)),
      needs?.support ?? null,
      needs?.longerAppointment === true ? 'Needs longer appointments' : null,
      needs?.adjustments ?? null,
    ],
    'waits',
  )
}

const refusals = [
  ['mayPhone', 'Do not ring'],
  ['mayPost', 'No post'],
  ['mayEmail', 'No email'],
  ['mayText', 'No texts'],
] as const

function refused(person: Reached): readonly Flag[] {
  return refusals.flatMap(([asked, text]) => (person[asked] === false ? [{ text }] : []))
}

const words = (of: readonly (string | null)[], tone: 'alert' | 'waits'): readonly Flag[] =>
  of.flatMap((text) => (text === null ? [] : [{ text, tone }]))

/** `Ring only: after 6pm`; what stands `without` where nothing is said of it. */
function said(
  what: string,
  how: string | null | undefined,
  without: string | null = null,
  between = ': ',
): string | null {
  return how === null || how === undefined ? without : `${what}${between}${how}`
}

const monthsBetweenReviews = 12

/** Whether it is time to ask again: never asked, or a year ago. */
export function needsReview(
  needs: Pick<Understood, 'reviewedOn'> | undefined,
  today: IsoDate,
): boolean {
  const on = needs?.reviewedOn ?? null
  return on === null || addMonths(isoDate(on), monthsBetweenReviews) <= today
}
