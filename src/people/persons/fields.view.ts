import { govukCheckboxes } from '#platform/govuk/checkboxes.ts'
import { govukDateInput } from '#platform/govuk/date-input.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukRadios } from '#platform/govuk/radios.ts'
import { govukSelect } from '#platform/govuk/select.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { html, type Html, type HtmlValue } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { choiceOf, choicesOf, dayOf, fieldOf } from '#platform/web/form-view.ts'

/** A field's name in the form, and what stands beside it. */
export type FieldWords = {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** A class of the design system for the width: `govuk-input--width-10`. */
  readonly width?: string | undefined
  readonly type?: 'tel' | 'email' | undefined
}

const hintOf = ({ hint }: FieldWords) => (hint === undefined ? {} : { hint: { text: hint } })

export const lineField = (state: FormState, words: FieldWords): Html =>
  govukInput({
    ...fieldOf(state, words.name),
    ...hintOf(words),
    label: { text: words.label },
    classes: words.width,
    type: words.type,
  })

export const areaField = (state: FormState, words: FieldWords & { readonly rows?: number }): Html =>
  govukTextarea({
    ...fieldOf(state, words.name),
    ...hintOf(words),
    label: { text: words.label },
    rows: words.rows ?? 3,
  })

export const dayField = (state: FormState, words: FieldWords): Html =>
  govukDateInput({
    ...dayOf(state, words.name),
    ...hintOf(words),
    fieldset: { legend: { text: words.label } },
  })

/** One of a list of codes; the first line is blank where nothing may be chosen. */
export const selectField = (
  state: FormState,
  words: FieldWords & {
    readonly options: Iterable<readonly [value: string, text: string]>
    readonly blank?: string | undefined
  },
): Html => {
  const { idPrefix: id, ...chosen } = choiceOf(state, words.name)
  const blank = words.blank === undefined ? [] : [{ value: '', text: words.blank }]
  const items = [...words.options].map(([value, text]) => ({ value, text }))
  return govukSelect({
    ...chosen,
    ...hintOf(words),
    id,
    label: { text: words.label },
    items: [...blank, ...items],
  })
}

export const radiosField = (
  state: FormState,
  words: FieldWords & {
    readonly options: Iterable<readonly [value: string, text: string]>
    readonly inline?: boolean | undefined
  },
): Html => {
  const { value: chosen, ...group } = choiceOf(state, words.name)
  return govukRadios({
    ...group,
    ...hintOf(words),
    fieldset: { legend: { text: words.label } },
    classes: `govuk-radios--small${words.inline === true ? ' govuk-radios--inline' : ''}`,
    items: [...words.options].map(([value, text]) => ({ value, text, checked: value === chosen })),
  })
}

/** Fields that belong together, side by side where there is room. */
/** One thing that is so, or not. */
export const tickField = (state: FormState, words: FieldWords): Html =>
  govukCheckboxes({
    ...choicesOf(state, words.name),
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text: words.label, ...hintOf(words) }],
  })

export const fieldRow = (...fields: readonly HtmlValue[]): Html =>
  html`<div class="app-field-row">${fields}</div>`

/** A titled part of a long staff form. */
export const fieldGroup = (title: string, ...fields: readonly HtmlValue[]): Html =>
  html`<fieldset class="govuk-fieldset app-field-group">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
      <h2 class="govuk-fieldset__heading">${title}</h2>
    </legend>
    ${fields}
  </fieldset>`
