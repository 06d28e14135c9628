import { isMobile, phoneFrom } from '#platform/lib/phone.ts'
import { emailFrom } from '#platform/lib/email.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import type { Answers, Asking } from './draft.ts'
import { firstUnanswered, stepsOf } from './steps.ts'
import { aboutThemForm } from './steps/about-them.ts'
import { birthForm } from './steps/date-of-birth.ts'
import { grownUpsForm } from './steps/grown-ups-at-home.ts'
import { helpForm } from './steps/what-would-help.ts'
import { homeForm } from './steps/where-you-live.ts'
import { mayKnowForm } from './steps/who-may-know.ts'
import { nameForm } from './steps/your-name.ts'
import { reachForm } from './steps/how-to-reach-you.ts'
import { readingForm } from './steps/how-you-read.ts'
import { safelyForm } from './steps/contact-safely.ts'
import { timeForm } from './steps/how-much-time.ts'
import { whereTheyLiveForm } from './steps/where-they-live.ts'
import { whoForm } from './steps/who-you-look-after.ts'
import type { Row } from './step.ts'
import type { SharedPurpose } from '#share/agreements/agreement.ts'
import { withIdentity } from '#share/agreements/agreement.rules.ts'

/** What a carer told of themself, by the names that a record has for it. */
export type Registration = {
  readonly givenName: string
  readonly familyName: string
  readonly knownAs: string | null
  readonly dateOfBirth: IsoDate
  readonly address1: string | null
  readonly town: string | null
  readonly postcode: string | null
  /** The first number to ring or text. */
  readonly telephone: string | null
  readonly homePhone: string | null
  readonly mobilePhone: string | null
  readonly email: string | null
  readonly mayPhone: boolean
  readonly mayText: boolean
  readonly mayEmail: boolean
  readonly mayPost: boolean
  readonly safeContact: string | null
  readonly informationFormat: string | null
  readonly language: string | null
  readonly caredFor: CaredFor
  readonly mayKnow: {
    readonly practice: string | null
    readonly council: boolean
    readonly purposes: readonly SharedPurpose[]
  }
  /** Whether another service may have the registration. */
  readonly mayPassOn: boolean
  readonly reasons: readonly string[]
  /** All that was answered, line by line as it was checked, for whoever reads it first. */
  readonly more: string
  /** Of that, what a record has no place of its own for. */
  readonly note: string
}

type CaredFor = {
  readonly name: string | null
  readonly relationship: string
  readonly conditions: readonly string[]
  readonly livesTogether: boolean | null
  readonly postcode: string | null
  readonly hoursBand: string | null
}

/** The whole registration, or null while a page that must be answered is not. */
export function registrationFrom(answers: Answers, of: Asking): Registration | null {
  if (firstUnanswered(answers, of) !== null) return null
  const name = valueOf(nameForm().read(answers['your-name'] ?? {}))
  const birth = valueOf(birthForm(of).read(answers['date-of-birth'] ?? {}))
  const home = valueOf(homeForm().read(answers['where-you-live'] ?? {}))
  const help = valueOf(helpForm().read(answers['what-would-help'] ?? {}))
  const reading = readingForm().read(answers['how-you-read'] ?? {})
  if (name === null || birth === null || home === null || help === null) return null
  return {
    ...name,
    ...birth,
    ...home,
    ...contactOf(answers),
    safeContact: safely(answers, of),
    informationFormat: reading.ok ? reading.value.informationFormat : null,
    language: reading.ok ? reading.value.language : null,
    caredFor: caredForOf(answers),
    ...mayKnowOf(answers),
    reasons: help.reasons,
    ...inWordsFor(answers, of),
  }
}

function contactOf(answers: Answers) {
  const read = valueOf(reachForm().read(answers['how-to-reach-you'] ?? {}))
  const by = (way: NonNullable<typeof read>['reach'][number]): boolean =>
    read?.reach.includes(way) === true
  const phone = by('phone') ? phoneFrom(read?.phone ?? '') : null
  const mobile = by('text') ? phoneFrom(read?.mobile ?? '') : null
  const ringsMobile = phone !== null && isMobile(phone)
  return {
    telephone: phone ?? mobile,
    homePhone: ringsMobile ? null : phone,
    mobilePhone: mobile ?? (ringsMobile ? phone : null),
    email: by('email') ? emailFrom(read?.email ?? '') : null,
    mayPhone: by('phone'),
    mayText: by('text'),
    mayEmail: by('email'),
    mayPost: by('post'),
  }
}

function mayKnowOf(answers: Answers): Pick<Registration, 'mayKnow' | 'mayPassOn'> {
  const read = valueOf(mayKnowForm().read(answers['who-may-know'] ?? {}))
  const may = (who: 'practice' | 'council'): boolean => read?.mayKnow.includes(who) === true
  return {
    mayKnow: {
      practice: may('practice') ? (read?.practice ?? null) : null,
      council: may('council'),
      purposes: withIdentity(read?.know ?? []),
    },
    mayPassOn: read?.mayPassOn.includes('yes') === true,
  }
}

function safely(answers: Answers, { way }: Asking): string | null {
  if (way === 'adult')
    return valueOf(safelyForm().read(answers['contact-safely'] ?? {}))?.safeContact ?? null
  const home = valueOf(grownUpsForm().read(answers['grown-ups-at-home'] ?? {}))
  // Until a worker has talked with the child, nobody at home is told.
  const warning =
    home?.parentsKnow === 'yes'
      ? null
      : 'Do not contact the parents before talking with the young person.'
  return [warning, home?.safeContact].filter(Boolean).join(' ') || null
}

function caredForOf(answers: Answers): CaredFor {
  const who = valueOf(whoForm().read(answers['who-you-look-after'] ?? {}))
  const about = valueOf(aboutThemForm().read(answers['about-them'] ?? {}))
  const where = valueOf(whereTheyLiveForm().read(answers['where-they-live'] ?? {}))
  const time = valueOf(timeForm().read(answers['how-much-time'] ?? {}))
  return {
    name: who?.theirName ?? null,
    relationship: who?.relationship ?? 'other',
    conditions: about?.conditions ?? [],
    livesTogether:
      where?.lives === undefined || where.lives === null ? null : where.lives === 'with_me',
    postcode: where?.lives === 'with_me' ? null : (where?.theirPostcode ?? null),
    hoursBand: time?.hoursBand === 'not_known' ? null : (time?.hoursBand ?? null),
  }
}

function inWordsFor(answers: Answers, of: Asking) {
  const lines = (rows: readonly Row[]): string =>
    rows.map(({ key, value }) => `${key}${key.endsWith('?') ? '' : ':'} ${value}`).join('\n')
  const rows = rowsOf(answers, of)
  const told = ['Name', 'Date of birth']
  const warning = of.way === 'young' ? safely(answers, of) : null
  const more = lines(rows.filter(({ key }) => !told.includes(key)))
  return {
    more: [warning, more].filter(Boolean).join('\n'),
    note: lines(rows.filter(({ forNote }) => forNote)),
  }
}

/** All answers in words, each with the page on which it can be changed. */
export function rowsOf(answers: Answers, of: Asking): readonly (Row & { readonly slug: string })[] {
  return stepsOf(of.way).flatMap(({ slug, rows }) =>
    rows(answers[slug] ?? {}, of).map((row) => ({ ...row, slug })),
  )
}

function valueOf<T>(
  read: { readonly ok: true; readonly value: T } | { readonly ok: false },
): T | null {
  return read.ok ? read.value : null
}
