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

/** Words beside the fields whose answer was brought along, by their names. */
export type Marks = Readonly<Record<string, string>>

/** All questions of a section; one that hangs on an answer stands under it. */
export function questionsView(section: Section, state: FormState, marks: Marks = {}): Html {
  return html`${section.questions
    .filter((question) => question.when === undefined)
    .map((question) => withFollowers(question, section, { state, marks }))}`
}

/** What hangs on a single option is uncovered by it; what hangs on several says when it is for. */
type Shown = { readonly state: FormState; readonly marks: Marks }

function withFollowers(question: Question, section: Section, shown: Shown): Html {
  const followers = section.questions.filter(({ when }) => when?.question === question.id)
  const under = (option: string) =>
    followers
      .filter(({ when }) => when?.is.length === 1 && when.is[0] === option)
      .map((follower) => withFollowers(follower, section, shown))
  const later = followers.filter(({ when }) => (when?.is.length ?? 0) > 1)
  // Those that hang on the same answers stand together under one line that says so.
  const after = [...Map.groupBy(later, (each) => onlyIf(question, each))].map(
    ([words, together]) =>
      html`<div class="app-follows">
        <p class="govuk-body-s app-follows__when">${words}</p>
        ${together.map((follower) => withFollowers(follower, section, shown))}
      </div>`,
  )
  return html`${questionView(question, shown, under)} ${after}`
}

function onlyIf(question: Question, { when }: Question): string {
  const options = (question.options ?? []).filter(({ id }) => when?.is.includes(id))
  return `If ${options.map(({ label }) => `“${label}”`).join(' or ')}:`
}

function questionView(
  question: Question,
  { state, marks }: Shown,
  under: (option: string) => readonly Html[],
): Html {
  const hint = hintOf(question.hint, marks[question.id])
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
      return eachView(question, { state, marks })
    case 'outcomes':
      return outcomesView(question, { state, marks })
  }
}

/** What helps to answer, and where an answer that stands there already comes from. */
function hintOf(hint: string | undefined, mark: string | undefined) {
  const words = [hint, mark].filter((each) => each !== undefined)
  return words.length === 0 ? undefined : { text: words.join('. ') }
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
function eachView(question: Question, { state, marks }: Shown): Html {
  return html`<h2 class="govuk-heading-m">${question.label}…</h2>
    ${(question.items ?? []).map((each) => {
      const name = eachField(question, each.id)
      return html`${govukRadios({
        ...choiceOf(state, name),
        classes: 'govuk-radios--small',
        formGroup: { classes: 'app-joined' },
        fieldset: { legend: { text: each.label, classes: 'govuk-fieldset__legend--s' } },
        hint: hintOf(each.hint, marks[name]),
        items: (question.options ?? []).map(({ id, label }) => ({ value: id, text: label })),
      })}
      ${
        question.bare === true
          ? nothing
          : govukTextarea({
              ...fieldOf(state, `${name}-words`),
              rows: 2,
              hint: hintOf(undefined, marks[`${name}-words`]),
              label: {
                html: html`In what way?<span class="govuk-visually-hidden"> ${each.label}</span>`,
              },
            })
      }`
    })}`
}

/** Rows that are filled and two more, so that the page is no longer than it has to be. */
function outcomesView(question: Question, shownAs: Shown): Html {
  const { state } = shownAs
  const rows = outcomeRows(question)
  const filled = rows.findLastIndex((row) => typedIn(state, row) !== '') + 1
  const shown = rows.slice(0, Math.max(filled + 2, 2))
  return html`<h2 class="govuk-heading-m">${question.label}</h2>
    ${question.hint === undefined ? nothing : html`<p class="govuk-hint">${question.hint}</p>`}
    ${shown.map((row, at) => outcomeRow(question, shownAs, { row, number: at + 1 }))}
    ${shown.length < rows.length ? html`<p class="govuk-hint">There is room for ${rows.length}: save, and the next one appears.</p>` : nothing}`
}

function outcomeRow(
  question: Question,
  { state, marks }: Shown,
  { row, number }: { readonly row: string; readonly number: number },
): Html {
  const options = (question.options ?? []).map(({ id, label }) => ({ value: id, text: label }))
  return govukFieldset({
    classes: 'app-field-group',
    legend: { text: `Outcome ${number}`, classes: 'govuk-fieldset__legend--s' },
    html: html`${govukInput({ ...fieldOf(state, row), label: { text: 'What you want' }, hint: hintOf(undefined, marks[row]) })}
    ${govukRadios({
      ...choiceOf(state, `${row}-extent`),
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: 'Could support help with it?' } },
      hint: hintOf(undefined, marks[`${row}-extent`]),
      items: options,
    })}
    ${govukTextarea({ ...fieldOf(state, `${row}-how`), rows: 2, label: { text: 'What would help?' }, hint: hintOf(undefined, marks[`${row}-how`]) })}`,
  })
}
