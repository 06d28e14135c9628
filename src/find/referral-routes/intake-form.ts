import type { IsoDate } from '#platform/lib/dates.ts'
import {
  choices,
  hiddenVersion,
  optionalDay,
  optionalText,
  optionalWhole,
  tick,
} from '#platform/web/fields.ts'
import { dayTyped, form, type FieldFault, type FormState } from '#platform/web/form.ts'
import { codesOf } from '#people/persons/code-words.ts'
import { carerKinds } from '#people/persons/involvement.ts'
import type { OwnIntake } from './intakes.sql.ts'

/** What an organisation says that it takes; `places` only from those who set the authority's order. */
export function intakeForm(of: { readonly today: IsoDate; readonly districts: readonly string[] }) {
  return form(
    {
      version: hiddenVersion(),
      kinds: choices(carerKinds, 'Select which carers you take'),
      areas: choices(of.districts),
      reasons: choices(codesOf('referral-reasons')),
      capacity: optionalWhole({
        min: 0,
        max: 9999,
        words: 'Room must be a number from 0 to 9,999',
      }),
      paused: tick(),
      pausedUntil: optionalDay('The last day of the pause', {
        notBefore: { date: of.today, words: 'The last day of the pause must be today or later' },
      }),
      pausedBecause: optionalText(120),
      place: optionalWhole({ min: 1, max: 9, words: 'The place must be a number from 1 to 9' }),
    },
    ({ paused, pausedUntil, pausedBecause }): readonly FieldFault[] =>
      !paused && (pausedUntil !== null || pausedBecause !== null)
        ? [{ field: 'paused', message: 'Tick that you take nothing just now, or empty the pause' }]
        : [],
  )
}

/** An organisation's word as the form has it; for one that never gave it, what holds until then. */
export function typedFrom(intake: OwnIntake | null, organisationKind: string): FormState['typed'] {
  if (intake === null) {
    const young = organisationKind === 'young_carers'
    return { version: '1', kinds: young ? ['young_carer'] : [...carerKinds], place: '5' }
  }
  const { version, kinds, areas, reasons, capacity, paused, pausedUntil, pausedBecause, place } =
    intake
  return {
    version: String(version),
    kinds,
    areas,
    reasons,
    capacity: capacity === null ? '' : String(capacity),
    paused: paused ? 'yes' : '',
    ...dayTyped('pausedUntil', pausedUntil),
    pausedBecause: pausedBecause ?? '',
    place: String(place),
  }
}
