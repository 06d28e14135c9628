import { govukButton } from '#platform/govuk/button.ts'
import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { freshForm, type FormState } from '#platform/web/form.ts'
import {
  choiceOf,
  choicesOf as tickedOf,
  faultSummary,
  formTag,
  hidden,
} from '#platform/web/form-view.ts'
import type { PageView } from '#platform/web/page.ts'
import { answered, isMany, questionIds, type Answers, type QuestionId } from '../answers.ts'
import { choicesOf, questionBefore, questions, type Question, type Way } from '../questions.ts'

/** One question with the answers given so far carried along unseen. */
export function questionView(of: {
  readonly way: Way
  readonly question: Question
  readonly answers: Answers
  readonly fault?: string
}): PageView {
  const { way, question, answers, fault } = of
  const words = way === 'young' ? inYoungWords(question) : question
  const state: FormState = {
    ...freshForm({ [question.id]: answered(answers, question.id) }),
    faults: fault === undefined ? [] : [{ field: question.id, message: fault }],
  }
  return {
    title: words.heading,
    keptForBack: true,
    before: backLink(of),
    main: html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        ${faultSummary(state)}
        ${formTag({
          body: html`${carried(answers, question.id)} ${hidden('question', question.id)}
          ${theChoices(words, { way, state })} ${govukButton({ text: 'Continue' })}
          ${question.id === 'age' ? nothingKept(way) : nothing}`,
        })}
      </div>
    </div>`,
  }
}

function inYoungWords({ id, choices, refusal, asked, young, heading }: Question): Question {
  return { id, choices, refusal, asked, heading, ...young }
}

function nothingKept(way: Way): Html {
  const most = questions.filter(({ asked }) => asked({ paid: 'no' }, way)).length
  return html`<p class="govuk-body">
    There are up to ${most} short questions. We do not keep your answers, and nobody sees them but
    you.
  </p>`
}

function theChoices(
  question: Question,
  { way, state }: { readonly way: Way; readonly state: FormState },
): Html {
  const items = choicesOf(question, way).map(({ value, text, hint, exclusive }) => ({
    value,
    text,
    hint: hint === undefined ? undefined : { text: hint },
    behaviour: exclusive === true ? ('exclusive' as const) : undefined,
  }))
  const common = {
    hint: question.hint === undefined ? undefined : { text: question.hint },
    fieldset: {
      legend: {
        text: question.heading,
        isPageHeading: true,
        classes: way === 'young' ? 'govuk-fieldset__legend--xl' : 'govuk-fieldset__legend--l',
      },
    },
    items,
  }
  return isMany(question.id)
    ? govukCheckboxes({ ...tickedOf(state, question.id), ...common })
    : govukRadios({ ...choiceOf(state, question.id), ...common })
}

/** Answers as hidden fields, without those of the question that is being asked. */
export function carried(answers: Answers, but?: QuestionId): Html {
  const others = questionIds.filter((id) => id !== but)
  return html`${others.flatMap((id) => answered(answers, id).map((value) => hidden(id, value)))}`
}

/** A form, because going back must take the answers along. */
function backLink({ way, question, answers }: Parameters<typeof questionView>[0]): Html {
  if (questionBefore(question.id, answers, way) === null) {
    return html`<a class="govuk-back-link" href="${way === 'young' ? '/young-carers' : '/'}"
      >Back</a
    >`
  }
  return formTag({
    body: html`${carried(answers)} ${hidden('question', question.id)}
      <button class="govuk-back-link app-back-button" name="go" value="back">Back</button>`,
  })
}
