import { govukCheckboxes, type CheckboxItem } from '#platform/govuk/checkboxes.ts'
import { govukInput } from '#platform/govuk/input.ts'
import { govukRadios, type RadiosOptions } from '#platform/govuk/radios.ts'
import { govukTextarea } from '#platform/govuk/textarea.ts'
import { html, nothing, type Html, type HtmlValue } from '#platform/lib/html.ts'
import type { FormState } from '#platform/web/form.ts'
import { choiceOf, choicesOf, fieldOf } from '#platform/web/form-view.ts'

/** A page's heading and what goes before its fields, where these have labels of their own. */
export function question(heading: string, fields: HtmlValue, hint?: string): Html {
  return html`<h1 class="govuk-heading-l">${heading}</h1>
    ${hint === undefined ? nothing : html`<p class="govuk-body">${hint}</p>`} ${fields}`
}

export type LineWords = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly autocomplete?: string
  readonly type?: 'tel' | 'email'
  readonly width?: 5 | 10 | 20
}

/** A field for one line. */
export function lineField(state: FormState, words: LineWords): Html {
  return govukInput({
    ...fieldOf(state, words.name),
    label: { text: words.label },
    hint: words.hint === undefined ? undefined : { text: words.hint },
    autocomplete: words.autocomplete,
    type: words.type,
    classes: words.width === undefined ? undefined : `govuk-input--width-${words.width}`,
    spellcheck: false,
  })
}

/** A field for some sentences. */
export function wordsField(state: FormState, words: Omit<LineWords, 'type' | 'width'>): Html {
  return govukTextarea({
    ...fieldOf(state, words.name),
    label: { text: words.label },
    hint: words.hint === undefined ? undefined : { text: words.hint },
  })
}

export type ChoiceWords = {
  readonly name: string
  readonly heading: string
  readonly hint?: string
  /** Whether the heading is the page's own; else it stands among other fields. */
  readonly isPageHeading?: boolean
}

function around({ heading, hint, isPageHeading = true }: ChoiceWords) {
  const size = isPageHeading ? 'l' : 's'
  return {
    fieldset: {
      legend: { text: heading, isPageHeading, classes: `govuk-fieldset__legend--${size}` },
    },
    hint: hint === undefined ? undefined : { text: hint },
  }
}

/** One answer of several. */
export function radiosField(
  state: FormState,
  words: ChoiceWords & { readonly items: RadiosOptions['items'] },
): Html {
  return govukRadios({ ...choiceOf(state, words.name), ...around(words), items: words.items })
}

/** Any number of answers. */
export function checkboxesField(
  state: FormState,
  words: ChoiceWords & { readonly items: readonly CheckboxItem[] },
): Html {
  return govukCheckboxes({ ...choicesOf(state, words.name), ...around(words), items: words.items })
}
