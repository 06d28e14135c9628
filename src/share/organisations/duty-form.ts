import type { IsoDate } from '#platform/lib/dates.ts'
import type { Duty } from '#platform/access/duties.ts'
import { choice, hiddenId, optionalDay } from '#platform/web/fields.ts'
import { form, type FieldFault } from '#platform/web/form.ts'
import { type Organisation, type StaffDuty } from './organisation.ts'
import { misplaced } from './giving.rules.ts'

/** From when until when a duty is held; both ends may be left out. */
export function period(today: IsoDate) {
  const past = { date: today, words: 'The last day must be today or later' }
  return {
    since: optionalDay('The first day'),
    until: optionalDay('The last day', { notBefore: past }),
  }
}

/** The fault of a period that ends before it begins. */
export function periodFault(of: {
  readonly since: IsoDate | null
  readonly until: IsoDate | null
}): readonly FieldFault[] {
  return of.since !== null && of.until !== null && of.until < of.since
    ? [{ field: 'until', message: 'The last day must be on or after the first day' }]
    : []
}

export const staffDuties = [
  'referrer',
  'adviser',
  'assessor',
  'key_worker',
  'manager',
  'council_practitioner',
  'safeguarding_lead',
  'commissioner',
  'analyst',
  'administrator',
] as const satisfies readonly StaffDuty[]

/** One more duty for somebody who has an account. */
export const dutyForm = (organisations: readonly Organisation[], today: IsoDate) =>
  form(
    {
      id: hiddenId(),
      organisation: choice(numbers(organisations), 'Select the organisation'),
      duty: choice(staffDuties, 'Select the duty'),
      ...period(today),
    },
    periodFault,
  )

export const numbers = (organisations: readonly Organisation[]): string[] =>
  organisations.filter(({ active }) => active).map(({ id }) => String(id))

/** The first of the duties that this organisation cannot have, told in words; null where all fit. */
export function dutyFault(duties: readonly Duty[], at: Organisation): string | null {
  for (const duty of duties) {
    const wrong = misplaced(duty as StaffDuty, at.kind, at.name)
    if (wrong !== null) return wrong
  }
  return null
}
