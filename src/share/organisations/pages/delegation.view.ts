import { govukButton } from '#platform/govuk/button.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { scrollable } from '#platform/govuk/own/scrollable.ts'
import { govukTable } from '#platform/govuk/table.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { type FormState, typedIn } from '#platform/web/form.ts'
import { actionButton, faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { canEnd } from '../delegating.rules.ts'
import type { Delegation } from '../delegation.sql.ts'
import type { Organisation } from '../organisation.ts'
import {
  adminPage,
  dayField,
  organisationField,
  periodInWords,
  quiet,
  toAdmin,
} from './frame.view.ts'

type Shown = {
  readonly today: IsoDate
  readonly organisations: readonly Organisation[]
  readonly delegations: readonly Delegation[]
  /** Whether the council itself is looking. */
  readonly isCouncil: boolean
  readonly state: FormState
}

export function delegationView(shown: Shown): PageView {
  const { delegations, isCouncil, state } = shown
  return adminPage({
    title: 'Who decides on eligibility',
    current: '/admin/delegation',
    back: toAdmin,
    wide: true,
    main: html`${faultSummary(state)}
      <h1 class="govuk-heading-l">Who decides on eligibility</h1>
      <p class="govuk-body">
        The council decides whether a carer is eligible. It may let another organisation decide on
        its behalf, and stays responsible (Care Act 2014, section 79). What an organisation without
        this finds is a proposal, which the council countersigns.
      </p>
      ${
        delegations.length === 0
          ? html`<p class="govuk-body">The council has delegated this decision to nobody.</p>`
          : scrollable({ label: 'Delegations', body: table(shown) })
      }
      ${isCouncil ? delegating(shown) : govukInsetText({ text: 'Only an administrator of the council can change this.' })}`,
  })
}

const table = ({ delegations, today, isCouncil }: Shown): Html =>
  govukTable({
    caption: 'Delegations',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [{ text: 'To' }, { text: 'When' }, { text: 'On what ground' }, { text: 'Change' }],
    rows: delegations.map((each) => [
      { text: each.organisation },
      { text: periodInWords(each.since, each.until) },
      { text: each.reason },
      {
        html:
          isCouncil && canEnd(each, today)
            ? actionButton({
                action: `/admin/delegation/${each.id}/end`,
                text: `End with today: ${each.organisation}`,
                classes: quiet,
              })
            : nothing,
      },
    ]),
  })

const delegating = ({ organisations, state }: Shown): Html =>
  html`<h2 class="govuk-heading-m">Delegate the decision</h2>
    ${formTag({
      body: html`${hidden('id', typedIn(state, 'id'))} ${organisationField(state, organisations)}
      ${dayField(state, 'since', 'First day', 'For example, 1 4 2019')}
      ${dayField(state, 'until', 'Last day', 'Leave empty where no end is known')}
      ${govukInput({ ...fieldOf(state, 'reason'), label: { text: 'The council’s decision or contract that says so' }, autocomplete: 'off' })}
      ${govukButton({ text: 'Delegate', preventDoubleClick: true })}`,
    })}`
