import { govukButton } from '#platform/govuk/button.ts'
import { govukErrorSummary } from '#platform/govuk/error-summary.ts'
import { html, nothing, type Html, type HtmlValue } from '#platform/lib/html.ts'
import { chosenIn, type FormState, typedIn } from './form.ts'

/** The list of faults at the top of a form, each a link to its field; nothing where there is none. */
export function faultSummary(state: FormState): Html {
  if (state.faults.length === 0) return nothing
  return govukErrorSummary({
    titleText: 'There is a problem',
    errorList: state.faults.map(({ field, message }) => ({ text: message, href: `#${field}` })),
  })
}

/** A field's id, name, typed value and fault, as the components take them. */
export function fieldOf(state: FormState, name: string) {
  return { id: name, name, value: typedIn(state, name), errorMessage: faultOf(state, name) }
}

/** The same for radios and a select: `idPrefix` for radios, `value` for what was chosen. */
export function choiceOf(state: FormState, name: string) {
  return { idPrefix: name, name, value: typedIn(state, name), errorMessage: faultOf(state, name) }
}

/** The same for checkboxes. */
export function choicesOf(state: FormState, name: string) {
  return {
    idPrefix: name,
    name,
    values: [...chosenIn(state, name)],
    errorMessage: faultOf(state, name),
  }
}

/** The same for a date in three boxes. */
export function dayOf(state: FormState, name: string) {
  const parts = ['day', 'month', 'year'].map((part) => [
    `${name}-${part}`,
    typedIn(state, `${name}-${part}`),
  ])
  // The first box has the field's own id, so that a link of the error summary leads into it.
  return {
    id: `${name}-date`,
    day: { id: name },
    namePrefix: name,
    values: Object.fromEntries(parts) as Record<string, string>,
    errorMessage: faultOf(state, name),
  }
}

export function faultOf(state: FormState, name: string): { text: string } | undefined {
  const fault = state.faults.find(({ field }) => field === name)
  return fault === undefined ? undefined : { text: fault.message }
}

/** A form that posts to its own address unless told otherwise; `files` where it uploads. */
export function formTag(options: {
  readonly action?: string
  readonly files?: boolean
  readonly body: HtmlValue
}): Html {
  const action = options.action === undefined ? nothing : html` action="${options.action}"`
  const files = options.files === true ? html` enctype="multipart/form-data"` : nothing
  return html`<form method="post" ${action}${files} novalidate>${options.body}</form>`
}

export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`
}

/** A whole small form that is one button: an action without questions. */
export function actionButton(options: {
  readonly action: string
  readonly text: string
  readonly fields?: Readonly<Record<string, string | number>>
  readonly classes?: string
}): Html {
  return formTag({
    action: options.action,
    body: html`${Object.entries(options.fields ?? {}).map(([name, value]) => hidden(name, value))}
    ${govukButton({ text: options.text, classes: options.classes, preventDoubleClick: true })}`,
  })
}
