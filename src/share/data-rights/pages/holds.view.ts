import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { faultOf, faultSummary, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { areaField, lineField, radiosField } from '#people/persons/fields.view.ts'
import type { listHolds } from '../holds.sql.ts'

type Hold = Awaited<ReturnType<typeof listHolds>>[number]

export function holdsView(of: {
  readonly holds: readonly Hold[]
  readonly state: FormState
}): PageView {
  const { holds, state } = of
  return {
    title: 'Legal holds',
    current: '/retention',
    before: govukBackLink({ text: 'Records to erase', href: '/retention' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">Legal holds</h1>
      ${holds.length === 0 ? html`<p class="govuk-body">No record is held.</p>` : holds.map((hold) => holdPart(hold, state))}
      <h2 class="govuk-heading-m">Hold a record</h2>
      ${formTag({
        body: html`${hidden('id', typedIn(state, 'id'))}
        ${radiosField(state, {
          name: 'whom',
          label: 'Whose records are held?',
          options: [
            ['person', 'One person’s'],
            ['everybody', 'Everybody’s, such as for a public inquiry'],
          ],
        })}
        ${lineField(state, { name: 'reference', label: 'Reference of the record', hint: 'Such as ALG-7F3KM-9' })}
        ${areaField(state, { name: 'reason', label: 'Why' })}
        ${govukButton({ text: 'Hold', preventDoubleClick: true })}`,
      })}`,
  }
}

function holdPart(hold: Hold, state: FormState): Html {
  const whose =
    hold.personId === null ? 'Every record' : `Record ${hold.reference ?? 'of one person'}`
  if (hold.endedOn !== null)
    return html`<p class="govuk-body">
      ${whose}, held from ${inWords(isoDate(hold.placedOn))} to ${inWords(isoDate(hold.endedOn))}:
      ${hold.reason}. It ended: ${hold.endedBecause}
    </p>`
  return html`<h2 class="govuk-heading-s">
      ${whose}, held since ${inWords(isoDate(hold.placedOn))} by ${hold.placedByName}
    </h2>
    <p class="govuk-body">${hold.reason}</p>
    ${formTag({
      action: `/retention/holds/${hold.id}`,
      body: html`${govukInput({
        id: `because-${hold.id}`,
        name: 'because',
        label: { text: 'Why it ends' },
        errorMessage: faultOf(state, 'because'),
      })}
      ${govukButton({ text: 'End this hold', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    })}`
}
