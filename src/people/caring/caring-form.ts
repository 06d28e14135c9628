import type { IsoDate } from '#platform/lib/dates.ts'
import { readReference } from '#platform/lib/reference.ts'
import {
  choices,
  hiddenId,
  hiddenVersion,
  optionalChoice,
  optionalDay,
  optionalText,
  tick,
} from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { codesOf } from '#people/persons/code-words.ts'
import { optionalBirth, optionalPostcode } from '#people/persons/person-fields.ts'

/** What is asked of the caring itself, whoever is cared for. */
function caringFields(today: IsoDate) {
  return {
    relationship: optionalChoice(codesOf('relationships')),
    conditions: choices(codesOf('conditions')),
    hoursBand: optionalChoice(codesOf('hours-bands')),
    livesTogether: optionalChoice(['yes', 'no']),
    since: optionalDay('When caring began', {
      notAfter: { date: today, words: 'When caring began must be in the past' },
    }),
  }
}

/** Someone the carer looks after: named, with a record already, or nameless. */
export function newCaringForm(today: IsoDate) {
  return form(
    {
      id: hiddenId(),
      givenName: optionalText(100),
      familyName: optionalText(100),
      dateOfBirth: optionalBirth(today),
      postcode: optionalPostcode(),
      surelyNew: tick(),
      reference: optionalText(20),
      ...caringFields(today),
    },
    ({ givenName, familyName, dateOfBirth, reference, since }) => {
      if (reference !== null && readReference(reference) === null) {
        return [{ field: 'reference', message: 'Check the reference: it is not quite right' }]
      }
      if ((givenName === null) !== (familyName === null)) {
        const missing = givenName === null ? 'givenName' : 'familyName'
        return [{ field: missing, message: 'Enter both names, or neither to keep them nameless' }]
      }
      return dateOfBirth !== null && since !== null && since < dateOfBirth
        ? [{ field: 'since', message: 'When caring began must be after their birth' }]
        : []
    },
  )
}

/** Changes to a caring relation, and its end. */
export function changeCaringForm(today: IsoDate) {
  return form(
    {
      version: hiddenVersion(),
      ...caringFields(today),
      until: optionalDay('When caring ended', {
        notAfter: { date: today, words: 'When caring ended must be today or earlier' },
      }),
      endReason: optionalChoice(endReasons),
    },
    ({ since, until, endReason }) => {
      if (until === null && endReason !== null) {
        return [{ field: 'until', message: 'Enter the day on which caring ended' }]
      }
      if (until !== null && endReason === null) {
        return [{ field: 'endReason', message: 'Select why caring ended' }]
      }
      return until !== null && since !== null && until < since
        ? [{ field: 'until', message: 'When caring ended must be after it began' }]
        : []
    },
  )
}

/** Why caring itself ends, of all that ends a registration. */
export const endReasons = [
  'cared_for_died',
  'care_home',
  'caring_ended',
  'moved_away',
  'other',
] as const
