import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukDateInput } from '#platform/govuk/date-input.ts'
import { govukFieldset } from '#platform/govuk/fieldset.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import { typedIn, type FormState } from '#platform/web/form.ts'
import { choiceOf, choicesOf, dayOf, fieldOf } from '#platform/web/form-view.ts'
import { eachField, outcomeRows } from '../answers.ts'
import type { Option, Question, Section } from '../assessment-form.ts'

/** All questions of a section; one that hangs on an answer stands under it. */
export function questionsView(section: Section, state: FormState): Html {
  return html`${section.questions
    .filter((question) => question.when === undefined)
    .map((question) => withFollowers(question, section, state))}`
}

/** What hangs on a single option is uncovered by it; what hangs on several says when it is for. */
function withFollowers(question: Question, section: Section, state: FormState): Html {
  const followers = section.questions.filter(({ when }) => when?.question === question.id)
  const under = (option: string) =>
    followers
      .filter(({ when }) => when?.is.length === 1 && when.is[0] === option)
      .map((follower) => withFollowers(follower, section, state))
  const after = followers
    .filter(({ when }) => (when?.is.length ?? 0) > 1)
    .map(
      (follower) =>
        html`<div class="app-follows">
          <p class="govuk-body-s app-follows__when">${onlyIf(question, follower)}</p>
          ${withFollowers(follower, section, state)}
        </div>`,
    )
  return html`${questionView(question, state, under)} ${after}`
}

function onlyIf(question: Question, { when }: Question): string {
  const options = (question.options ?? []).filter(({ id }) => when?.is.includes(id))
  return `If ${options.map(({ label }) => `“${label}”`).join(' or ')}:`
}

function questionView(
  question: Question,
  state: FormState,
  under: (option: string) => readonly Html[],
): Html {
  const hint = question.hint === undefined ? undefined : { text: question.hint }
  const label = { text: question.label, classes: 'govuk-label--s' }
  const fieldset = { legend: { text: question.label, classes: 'govuk-fieldset__legend--s' } }
  switch (question.type) {
    case 'text':
      return govukTextarea({ ...fieldOf(state, question.id), label, hint, rows: 4 })
    case 'line':
      return govukInput({ ...fieldOf(state, question.id), label, hint })
    case 'date':
      return govukDateInput({ ...dayOf(state, question.id), fieldset, hint })
    case 'choice':
      return govukRadios({
        ...choiceOf(state, question.id),
        fieldset,
        hint,
        items: (question.options ?? []).map((option) => item(option, under)),
      })
    case 'several':
      return govukCheckboxes({
        ...choicesOf(state, question.id),
        fieldset,
        hint,
        items: (question.options ?? []).map((option) => ({
          ...item(option, under),
          behaviour: option.exclusive === true ? 'exclusive' : undefined,
        })),
      })
    case 'each':
      return eachView(question, state)
    case 'outcomes':
      return outcomesView(question, state)
  }
}

function item(option: Option, under: (option: string) => readonly Html[]) {
  const inside = under(option.id)
  return {
    value: option.id,
    text: option.label,
    hint: option.hint === undefined ? undefined : { text: option.hint },
    conditional: inside.length === 0 ? undefined : { html: html`${inside}` },
  }
}

/** The same short question for each part of wellbeing, with room for words. */
function eachView(question: Question, state: FormState): Html {
  return html`<h2 class="govuk-heading-m">${question.label}…</h2>
    ${(question.items ?? []).map((each) => {
      const name = eachField(question, each.id)
      return html`${govukRadios({
        ...choiceOf(state, name),
        classes: 'govuk-radios--small',
        formGroup: { classes: 'app-joined' },
        fieldset: { legend: { text: each.label, classes: 'govuk-fieldset__legend--s' } },
        hint: each.hint === undefined ? undefined : { text: each.hint },
        items: (question.options ?? []).map(({ id, label }) => ({ value: id, text: label })),
      })}
      ${
        question.bare === true
          ? nothing
          : govukTextarea({
              ...fieldOf(state, `${name}-words`),
              rows: 2,
              label: {
                html: html`In what way?<span class="govuk-visually-hidden"> ${each.label}</span>`,
              },
            })
      }`
    })}`
}

/** Rows that are filled and two more, so that the page is no longer than it has to be. */
function outcomesView(question: Question, state: FormState): Html {
  const rows = outcomeRows(question)
  const filled = rows.findLastIndex((row) => typedIn(state, row) !== '') + 1
  const shown = rows.slice(0, Math.max(filled + 2, 2))
  return html`<h2 class="govuk-heading-m">${question.label}</h2>
    ${question.hint === undefined ? nothing : html`<p class="govuk-hint">${question.hint}</p>`}
    ${shown.map((row, at) => outcomeRow(question, state, { row, number: at + 1 }))}
    ${shown.length < rows.length ? html`<p class="govuk-hint">There is room for ${rows.length}: save, and the next one appears.</p>` : nothing}`
}

function outcomeRow(
  question: Question,
  state: FormState,
  { row, number }: { readonly row: string; readonly number: number },
): Html {
  const options = (question.options ?? []).map(({ id, label }) => ({ value: id, text: label }))
  return govukFieldset({
    classes: 'app-field-group',
    legend: { text: `Outcome ${number}`, classes: 'govuk-fieldset__legend--s' },
    html: html`${govukInput({ ...fieldOf(state, row), label: { text: 'What you want' } })}
    ${govukRadios({
      ...choiceOf(state, `${row}-extent`),
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: 'Could support help with it?' } },
      items: options,
    })}
    ${govukTextarea({ ...fieldOf(state, `${row}-how`), rows: 2, label: { text: 'What would help?' } })}`,
  })
}
