import { govukButton } from '#platform/govuk/button.ts'
import { govukSelect } from '#platform/govuk/select.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { faultSummary, fieldOf, formTag, hidden } from '#platform/web/form-view.ts'
import type { FileDescribed } from '../describe-files.ts'
import { isKindId, kindOf, kinds, type Field } from '../headings.ts'

/** What a file holds, and for every field the column that holds it. */
export function columnsView(file: FileDescribed, state: FormState): Html {
  const typed = typedIn(state, 'kind')
  const kind = kindOf(isKindId(typed) ? typed : 'adult_carers')
  return html`${faultSummary(state)}
    <h1 class="govuk-heading-l">Columns of ${file.name}</h1>
    <form method="get" novalidate>
      ${govukSelect({
        id: 'kind',
        name: 'kind',
        label: { text: 'What the file holds', classes: 'govuk-label--m' },
        value: kind.id,
        items: kinds.map(({ id, title }) => ({ value: id, text: title })),
      })}
      ${govukButton({ text: 'Show its fields', classes: 'govuk-button--secondary' })}
    </form>
    ${formTag({
      body: html`${hidden('kind', kind.id)}
        <h2 class="govuk-heading-m">${kind.title}</h2>
        <p class="govuk-body">What you choose is kept for every later file with these headings.</p>
        ${kind.fields.map((field) => columnSelect(field, file, state))} ${unused(file)}
        ${govukButton({ text: 'Keep these columns', preventDoubleClick: true })}`,
    })}`
}

function columnSelect({ id, label, required }: Field, file: FileDescribed, state: FormState): Html {
  const name = `field-${id}`
  return govukSelect({
    ...fieldOf(state, name),
    label: { text: required ? `${label} (needed)` : label },
    items: [
      { value: '', text: 'No column' },
      ...file.headings
        .filter((heading) => heading !== '')
        .map((heading) => ({ value: heading, text: heading })),
    ],
  })
}

const unused = ({ unused: headings }: FileDescribed): Html =>
  headings.length === 0
    ? nothing
    : html`<p class="govuk-body">Columns that are not taken in now: ${headings.join(', ')}</p>`
