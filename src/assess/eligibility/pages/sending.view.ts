import { formatNames, offeredFormats } from '#platform/documents/formats.ts'
import { govukDateInput } from '#platform/govuk/date-input.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { addressLine, type Person } from '#people/persons/person.ts'
import { formatFor } from '#people/persons/reading-format.rules.ts'
import type { FormState } from '#platform/web/form.ts'
import { choiceOf, dayOf } from '#platform/web/form-view.ts'
import { sendingWays, wayNames, whyNotBy, type SendingWay } from '../sending.rules.ts'

/** What has to be arranged for this reader, where no format on the screen is theirs. */
export function arrangeView({ informationFormat }: Person): Html {
  const { arrange } = formatFor(informationFormat, offeredFormats())
  return arrange === null ? nothing : govukInsetText({ text: arrange })
}

/** The fields of `sendingFields`. */
export function sendingView(state: FormState, person: Person): Html {
  return html`${govukRadios({
    ...choiceOf(state, 'way'),
    fieldset: legend('How does the carer get it?'),
    items: sendingWays.map((way) => ({
      value: way,
      text: wayNames[way],
      hint: { text: whyNotBy(way, person) ?? whereTo(way, person) },
    })),
  })}
  ${govukRadios({
    ...choiceOf(state, 'format'),
    classes: 'govuk-radios--small',
    fieldset: legend('In which format?'),
    items: offeredFormats().map((format) => ({ value: format, text: formatNames[format] })),
  })}
  ${govukDateInput({
    ...dayOf(state, 'copy_on'),
    fieldset: legend('On which day does the carer have a copy?'),
    hint: { text: 'Today by email; for post or by hand the day on which it goes or went' },
  })}`
}

function whereTo(way: SendingWay, person: Person): string {
  switch (way) {
    case 'email':
      return `To ${person.email ?? ''}`
    case 'post':
      return `To ${addressLine(person)}. It is kept in the outbox to be printed.`
    case 'by_hand':
      return 'You print it and hand it over'
  }
}

function legend(text: string) {
  return { legend: { text, classes: 'govuk-fieldset__legend--s' } }
}
