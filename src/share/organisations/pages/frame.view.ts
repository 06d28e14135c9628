import type { Duty } from '#platform/access/duties.ts'
import { dutyNames } from '#platform/access/duties.ts'
import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukDateInput } from '#platform/govuk/date-input.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukSelect } from '#platform/govuk/select.ts'
import {
  inWords,
  londonDay,
  timeInWords,
  type IsoDate,
  type IsoInstant,
} from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { choiceOf, choicesOf, dayOf, fieldOf } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import type { WayIn } from '#share/accounts/account.ts'
import type { Organisation } from '../organisation.ts'
import { staffDuties } from '../duty-form.ts'

/** A page of the administrator's under its heading, with a way back. */
export function adminPage(of: {
  readonly title: string
  readonly back: { readonly text: string; readonly href: string }
  readonly current?: string
  readonly wide?: boolean
  readonly main: Html
}): PageView {
  return {
    title: of.title,
    current: of.current ?? '/admin',
    wide: of.wide ?? false,
    before: govukBackLink(of.back),
    main: of.main,
  }
}

export const toAdmin = { text: 'Accounts and settings', href: '/admin' }

export const moment = (at: IsoInstant): string => `${inWords(londonDay(at))} at ${timeInWords(at)}`

export const dutiesInWords = (duties: readonly Duty[]): string =>
  duties.map((duty) => dutyNames[duty]).join(', ')

/** "from 1 April 2018", "until 30 April 2018", or both. */
export const periodInWords = (since: IsoDate, until: IsoDate | null): string =>
  until === null ? `since ${inWords(since)}` : `${inWords(since)} to ${inWords(until)}`

/** How people sign in, as it is called in a list of many. */
export const waysIn: Record<WayIn, string> = {
  email_code: 'Code by email',
  sso: 'Single sign-on',
  password: 'Password and authenticator app',
}

export const quiet = 'govuk-button--secondary govuk-!-margin-bottom-0'

export const organisationField = (state: FormState, all: readonly Organisation[]): Html => {
  const { id, name, value, errorMessage } = fieldOf(state, 'organisation')
  return govukSelect({
    id,
    name,
    value,
    errorMessage,
    label: { text: 'Organisation' },
    items: [
      { value: '', text: 'Choose one' },
      ...all
        .filter(({ active }) => active)
        .map((each) => ({ value: String(each.id), text: each.name })),
    ],
  })
}

const dutyHints: Partial<Record<Duty, string>> = {
  council_practitioner: 'Opens every record for which the council is responsible',
  safeguarding_lead: 'Opens what is restricted',
  administrator: 'Keeps accounts and settings, opens no record',
  commissioner: 'Sees figures, opens no record',
  analyst: 'Sees figures, opens no record',
}

const dutyItems = staffDuties.map((duty) => ({
  value: duty,
  text: dutyNames[duty],
  ...(dutyHints[duty] === undefined ? {} : { hint: { text: dutyHints[duty] } }),
}))

export const dutyField = (state: FormState): Html =>
  govukRadios({
    ...choiceOf(state, 'duty'),
    fieldset: { legend: { text: 'Duty', classes: 'govuk-fieldset__legend--s' } },
    items: dutyItems,
  })

export const dutiesField = (state: FormState): Html =>
  govukCheckboxes({
    ...choicesOf(state, 'duties'),
    fieldset: { legend: { text: 'Duties', classes: 'govuk-fieldset__legend--s' } },
    items: dutyItems,
  })

export const periodFields = (state: FormState): Html =>
  html`${dayField(state, 'since', 'First day', 'Leave empty for today')}
  ${dayField(state, 'until', 'Last day', 'Leave empty where no end is known')}`

export const dayField = (state: FormState, name: string, text: string, hint: string): Html =>
  govukDateInput({
    ...dayOf(state, name),
    fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: hint },
  })
