import { isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { choice, choices, day, hiddenId, type Field } from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { bases, lengths, sharedPurposes, waysGiven } from './agreement.ts'
import type { Partner } from './agreements.sql.ts'

const organisationAmong = (partners: readonly Partner[]): Field<string> =>
  choice(
    partners.map(({ id }) => String(id)),
    'Select an organisation',
  )

const shared = (partners: readonly Partner[]) => ({
  id: hiddenId(),
  organisation: organisationAmong(partners),
  purposes: choices(sharedPurposes, 'Select what they may know'),
  length: choice(lengths, 'Select for how long'),
})

/** The carer's own: what, with whom, for how long. */
export const ownAgreementForm = (partners: readonly Partner[]) => form(shared(partners))

/** On the carer's word: also how and when they said it, and who could agree. */
export const staffAgreementForm = (partners: readonly Partner[], today: IsoDate) =>
  form({
    ...shared(partners),
    howGiven: choice(waysGiven, 'Select how they told you'),
    basis: choice(bases, 'Select who agreed'),
    saidOn: saidOn(today),
  })

/** The end of an agreement, on the carer's word. */
export const staffEndForm = (today: IsoDate) =>
  form({ howGiven: choice(waysGiven, 'Select how they told you'), saidOn: saidOn(today) })

const saidOn = (today: IsoDate): Field<IsoDate> =>
  day('Enter the day on which they told you', 'The day on which they told you', {
    notAfter: { date: today, words: 'The day on which they told you must be today or in the past' },
    notBefore: {
      date: isoDate('2000-01-01'),
      words: 'The day on which they told you must be after 2000',
    },
  })
