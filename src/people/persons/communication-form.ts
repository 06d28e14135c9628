import type { IsoDate } from '#platform/lib/dates.ts'
import {
  choices,
  hiddenVersion,
  optionalChoice,
  optionalDay,
  optionalText,
  tick,
} from '#platform/web/fields.ts'
import { dayTyped, form, freshForm, type FormState } from '#platform/web/form.ts'
import type { CommunicationNeeds } from './communication.sql.ts'
import { codesOf } from './code-words.ts'

/** What whoever it is about may say themself, as staff write it down for others. */
const saidByAnyone = () => ({
  version: hiddenVersion(),
  preferredWay: optionalChoice(codesOf('contact-ways')),
  formatWords: optionalText(100),
  interpreter: optionalChoice(['yes', 'no']),
  professionals: choices(codesOf('communication-professionals')),
  support: optionalText(200),
  longerAppointment: optionalChoice(['yes', 'no']),
  adjustments: optionalText(300),
  noVoicemail: tick(),
  safeTimes: optionalText(200),
})

/** How somebody is reached and understood; `version` is one past the row's, see `formVersion`. */
export function communicationForm(today: IsoDate) {
  return form({
    ...saidByAnyone(),
    notWithParent: tick(),
    reviewedOn: optionalDay('The day you asked them', {
      notAfter: { date: today, words: 'The day you asked them must be today or earlier' },
    }),
  })
}

/** The same on the carer's own page. That a parent is not told is asked in a talk, not on a screen at home. */
export const ownCommunicationForm = form(saidByAnyone())

type Said = Extract<ReturnType<typeof ownCommunicationForm.read>, { ok: true }>['value']

/** What was said, as the row holds it. */
export function needsSaid<S extends Said>(read: S) {
  const { version: _, interpreter, longerAppointment, ...said } = read
  return {
    ...said,
    interpreter: yes(interpreter),
    longerAppointment: yes(longerAppointment),
  }
}

const yes = (answer: 'yes' | 'no' | null): boolean | null =>
  answer === null ? null : answer === 'yes'

/** The version that the form carries: 1 where nothing was written down yet, else one past the row's. */
export function formVersion(needs: CommunicationNeeds | undefined): number {
  return (needs?.version ?? 0) + 1
}

/** The form as it stands stored, asked about today. */
export function filledCommunication(
  needs: CommunicationNeeds | undefined,
  today: IsoDate,
): FormState {
  const yesNo = (value: boolean | null | undefined) =>
    value === true ? 'yes' : value === false ? 'no' : ''
  return freshForm({
    version: String(formVersion(needs)),
    preferredWay: needs?.preferredWay ?? '',
    formatWords: needs?.formatWords ?? '',
    interpreter: yesNo(needs?.interpreter),
    professionals: needs?.professionals ?? [],
    support: needs?.support ?? '',
    longerAppointment: yesNo(needs?.longerAppointment),
    adjustments: needs?.adjustments ?? '',
    noVoicemail: needs?.noVoicemail === true ? 'yes' : '',
    safeTimes: needs?.safeTimes ?? '',
    notWithParent: needs?.notWithParent === true ? 'yes' : '',
    ...dayTyped('reviewedOn', today),
  })
}
