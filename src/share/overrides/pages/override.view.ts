import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { inWords, isoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { actionButton, faultSummary, formTag } from '#platform/web/form-view.ts'
import type { FormState } from '#platform/web/form.ts'
import type { PageView } from '#platform/web/page.ts'
import { areaField, dayField } from '#people/persons/fields.view.ts'
import { kindWords, type Override } from '../override.ts'
import { opens } from '../override.rules.ts'
import { atInWords } from './overrides.view.ts'

type Shown = {
  readonly override: Override
  readonly now: string
  readonly state: FormState
  readonly mayOpen: boolean
  readonly mayLookThrough: boolean
  readonly mayWithhold: boolean
}

export function overrideView(shown: Shown): PageView {
  const { override, state } = shown
  return {
    title: `The record of ${override.personName}, opened without agreement`,
    before: govukBackLink({ text: 'Back', href: '/overrides' }),
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">
        The record of ${override.personName}, opened without agreement
      </h1>
      ${shown.mayOpen ? openButtons(override) : nothing} ${facts(override)}
      ${shown.mayLookThrough ? lookThrough(override, state) : nothing}
      ${shown.mayWithhold ? withhold(override, state) : nothing}`,
  }
}

const openButtons = ({ id, endsAt }: Override): Html =>
  html`<p class="govuk-body">The record is open to you until ${atInWords(endsAt)}.</p>
    ${govukButton({ text: 'Read the record', href: `/overrides/${id}/record` })}
    ${actionButton({ action: `/overrides/${id}/shut`, text: 'Shut it now', classes: 'govuk-button--secondary' })}`

function facts(override: Override): Html {
  const { kind, endedAt, endsAt, lookedThroughAt, lookedThroughWords } = override
  const row = (key: string, text: string) => ({
    key: { text: key },
    value: { html: html`<span class="app-as-typed">${text}</span>` },
  })
  return govukSummaryList({
    rows: [
      row('Reference', override.personReference),
      row('Opened by', `${override.accountName}, ${atInWords(override.openedAt)}`),
      row('Why', kindWords[kind]),
      row('In their words', override.reason),
      row('Law', opens[kind].basis),
      row('Shut', atInWords(endedAt ?? endsAt)),
      row(
        'Looked through',
        lookedThroughAt === null
          ? 'Not yet'
          : `${atInWords(lookedThroughAt)}: ${lookedThroughWords ?? ''}`,
      ),
      row('The carer', told(override)),
    ],
  })
}

function told({ withheld, withheldBecause, withheldUntil }: Override): string {
  if (!withheld) return 'sees it in their list of who looked'
  const until =
    withheldUntil === null
      ? ''
      : ` until it is looked at again by ${inWords(isoDate(withheldUntil))}`
  return `does not see it${until}: ${withheldBecause ?? ''}`
}

const lookThrough = ({ id }: Override, state: FormState): Html =>
  html`<h2 class="govuk-heading-m">Look through it</h2>
    ${formTag({
      action: `/overrides/${id}/look-through`,
      body: html`${areaField(state, { name: 'words', label: 'Was it right to open the record, and what follows?' })}
      ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
    })}`

function withhold({ id, withheld }: Override, state: FormState): Html {
  const action = `/overrides/${id}/withhold`
  if (withheld)
    return actionButton({ action, text: 'Tell the carer from now on', fields: { tell: 'yes' } })
  return html`<h2 class="govuk-heading-m">Keep it from the carer</h2>
    <p class="govuk-body">
      Only where knowing of it would put somebody at risk. Your word is written down, and looked at
      again by the day you give.
    </p>
    ${formTag({
      action,
      body: html`${areaField(state, { name: 'because', label: 'Why the carer must not see it' })}
      ${dayField(state, { name: 'until', label: 'Look at it again by' })}
      ${govukButton({ text: 'Keep it from the carer', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
    })}`
}
