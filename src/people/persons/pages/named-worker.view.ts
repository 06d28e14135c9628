import { govukBackLink } from '#platform/govuk/back-link.ts'
import { govukButton } from '#platform/govuk/button.ts'
import { html, type Html } from '#platform/lib/html.ts'
import { faultSummary, formTag } from '#platform/web/form-view.ts'
import type { FormState } from '#platform/web/form.ts'
import { selectField } from '../fields.view.ts'
import type { Involvement } from '../involvement.ts'
import { fullName, type Person } from '../person.ts'

export function namedWorkerView(of: {
  readonly person: Person
  readonly involvement: Involvement
  readonly workers: readonly { readonly id: string; readonly name: string }[]
  readonly state: FormState
}): Html {
  const name = fullName(of.person)
  return html`${govukBackLink({ href: `/carers/${of.person.id}`, text: `Back to ${name}` })}
    ${faultSummary(of.state)}
    <h1 class="govuk-heading-l">Who is the named worker of ${name}?</h1>
    ${formTag({
      body: html`${selectField(of.state, {
        name: 'worker',
        label: `Named worker at ${of.involvement.organisation}`,
        options: of.workers.map((worker) => [worker.id, worker.name] as const),
        blank: 'Nobody yet',
      })}
      ${govukButton({ text: 'Save', preventDoubleClick: true })}`,
    })}
    <p class="govuk-body">
      <a class="govuk-link" href="/carers/${of.person.id}/worker/${of.involvement.id}/end"
        >End our work with ${name}</a
      >
    </p>`
}
