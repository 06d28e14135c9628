// UK GDPR article 5(1)(e): kept no longer than needed. How long is each council's own schedule; the
// defaults stand in data/rights/retention-2026.json (in force from 1 April 2026), each with how
// certain it is.
import schedule from '../../../data/rights/retention-2026.json' with { type: 'json' }
import { ageOn, addDays, addMonths, type IsoDate } from '#platform/lib/dates.ts'

export type RetentionFacts = {
  readonly born: IsoDate | null
  readonly diedOn: IsoDate | null
  readonly kinds: readonly string[]
  readonly lastSupportEnd: IsoDate | null
  readonly lastContact: IsoDate | null
  /** Assessed, planned for or paid: more than a contact. */
  readonly hadCase: boolean
  readonly lastPayment: IsoDate | null
  readonly openSafeguarding: boolean
  readonly lastSafeguarding: IsoDate | null
  readonly openRequest: boolean
  readonly lastRequest: IsoDate | null
  readonly held: boolean
}

export type RuleId = keyof typeof schedule.rules

/** Until when one kind of record is kept; null where its time has not begun. */
export type Kept = {
  readonly rule: RuleId
  readonly until: IsoDate | null
  readonly because: string
}

/** How long each kind of record that there is on somebody is kept. */
export function keptUntil(facts: RetentionFacts): readonly Kept[] {
  const young = facts.kinds.includes('young_carer') || facts.kinds.includes('young_adult_carer')
  const adult = facts.kinds.some((kind) => !kind.startsWith('young_')) || !young
  return [
    ...(adult ? [adultCase(facts)] : []),
    ...(young ? [youngCarer(facts)] : []),
    ...(facts.lastPayment === null ? [] : [finance(facts.lastPayment)]),
    ...(facts.openSafeguarding || facts.lastSafeguarding !== null ? [safeguarding(facts)] : []),
    ...(facts.openRequest || facts.lastRequest !== null ? [request(facts)] : []),
  ]
}

/** The rule that keeps a record longest, where its time is over on `today` and nothing holds it; else null. */
export function dueForErasure(
  facts: RetentionFacts,
  today: IsoDate,
): (Kept & { readonly until: IsoDate }) | null {
  if (facts.held) return null
  const kept = keptUntil(facts)
  let longest: (Kept & { readonly until: IsoDate }) | null = null
  for (const { until, ...of } of kept) {
    if (until === null || until > today) return null
    if (longest === null || until > longest.until) longest = { ...of, until }
  }
  return longest
}

/** The first day of which a line on who looked is still kept. */
export function keepLooksSince(today: IsoDate): IsoDate {
  return years(today, -schedule.rules.audit_log.years)
}

/** The rule of a record whose end was asked for by whom it is about, and agreed to. */
export const onRequest = 'on_request'

export const ruleTitle = (rule: string): string =>
  rule === onRequest
    ? 'Erasure that the person asked for'
    : (schedule.rules[rule as RuleId]?.title ?? rule)

/** Whether a record that this rule still keeps may end earlier, where the person asks for it. */
export const mayEndOnRequest = (rule: RuleId): boolean => schedule.may_end_on_request.includes(rule)

function adultCase({ hadCase, lastSupportEnd, lastContact }: RetentionFacts): Kept {
  const rule = hadCase ? 'asc_case' : 'asc_contact_only'
  return after(rule, latest(lastSupportEnd, lastContact))
}

// To the 25th birthday, the 26th for whom support ended at 17; eight years after a death.
function youngCarer({ born, diedOn, lastSupportEnd }: RetentionFacts): Kept {
  const rule = 'young_carer'
  const of = schedule.rules.young_carer
  if (diedOn !== null)
    return told(
      rule,
      years(diedOn, of.years_after_death),
      `${of.years_after_death} years after the death`,
    )
  if (born === null) return { rule, until: null, because: 'The date of birth is not known' }
  const endedAt17 = lastSupportEnd !== null && ageOn(born, lastSupportEnd) === 17
  const age = endedAt17 ? of.until_age_if_ended_at_17 : of.until_age
  return told(rule, years(born, age), `to the ${age}th birthday`)
}

function finance(paid: IsoDate): Kept {
  const year = Number(paid.slice(0, 4)) + (paid.slice(5) > '03-31' ? 1 : 0)
  return after('finance', `${year}-03-31` as IsoDate)
}

function safeguarding({ openSafeguarding, lastSafeguarding }: RetentionFacts): Kept {
  const open = { rule: 'safeguarding_adult', until: null, because: 'A concern is open' } as const
  return openSafeguarding ? open : after('safeguarding_adult', lastSafeguarding)
}

function request({ openRequest, lastRequest }: RetentionFacts): Kept {
  const open = { rule: 'sar_foi', until: null, because: 'A data request is open' } as const
  return openRequest ? open : after('sar_foi', lastRequest)
}

function after(rule: Exclude<RuleId, 'young_carer'>, day: IsoDate | null): Kept {
  const of = schedule.rules[rule]
  if (day === null) return { rule, until: null, because: `It is not known when ${of.from} was` }
  return told(rule, years(day, of.years), `${of.years} years from ${of.from}`)
}

function told(rule: RuleId, until: IsoDate, words: string): Kept {
  const { title, source } = schedule.rules[rule]
  return { rule, until, because: `${title}: ${words} (${source})` }
}

function latest(one: IsoDate | null, other: IsoDate | null): IsoDate | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}

// The day after, so that whole years have passed.
const years = (date: IsoDate, count: number): IsoDate =>
  addDays(addMonths(date, 12 * count), count > 0 ? 1 : 0)
