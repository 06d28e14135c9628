import { govukButton } from '#platform/govuk/button.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { nameWithKnownAs, type Person } from '#people/persons/person.ts'
import type { FormState } from '#platform/web/form.ts'
import { faultSummary, fieldOf, formTag } from '#platform/web/form-view.ts'
import type { AssessmentKind } from '#assess/assessments/assessment.ts'
import { answerInWords, type Determination } from '../determination.ts'
import { letterLinks } from './determination.view.ts'
import { arrangeView, sendingView } from './sending.view.ts'

export function sendView(model: {
  readonly determination: Determination
  readonly person: Person
  readonly state: FormState
}): Html {
  const { determination, person, state } = model
  return html`${faultSummary(state)}
    <span class="govuk-caption-l">${nameWithKnownAs(person)}</span>
    <h1 class="govuk-heading-l" id="send">
      Send the decision: ${answerInWords(determination).toLowerCase()}
    </h1>
    <p class="govuk-body">Read it first, as the carer will. ${letterLinks(determination)}</p>
    ${arrangeView(person)}
    ${formTag({
      body: html`${sendingView(state, person)} ${copiesView(state, determination.kind)}
      ${govukButton({ text: 'Send it', preventDoubleClick: true })}`,
    })}`
}

/** Who else is to have the written record: Children Act 1989 s.17ZB and s.17ZE. */
const others: Readonly<Partial<Record<AssessmentKind, string>>> = {
  young_carer:
    'The parents have a copy too, and anyone whom the child or a parent asks for (Children Act 1989 s.17ZB). Look at the record first: where the child is not safe with it, give none and write why.',
  parent_carer:
    'Anyone whom the parent asks for has a copy too (Children Act 1989 s.17ZE). Write “nobody asked for” where there is none.',
}

function copiesView(state: FormState, kind: AssessmentKind): Html {
  const hint = others[kind]
  if (hint === undefined) return nothing
  return govukTextarea({
    ...fieldOf(state, 'copies_to'),
    rows: 2,
    label: { text: 'Who else gets a copy, and how?', classes: 'govuk-label--s' },
    hint: { text: hint },
  })
}
