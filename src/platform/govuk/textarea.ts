import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf } from './internal/content.ts'
import {
  description,
  fieldLabel,
  formGroup,
  type FieldError,
  type FieldHint,
  type FieldLabel,
  type FormGroup,
} from './internal/form-group.ts'

export type TextareaOptions = {
  readonly name: string
  /** The name unless told. */
  readonly id?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly rows?: number | string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly label?: FieldLabel | undefined
  readonly hint?: FieldHint | undefined
  readonly errorMessage?: FieldError | undefined
  readonly formGroup?: FormGroup | undefined
  readonly classes?: string | undefined
  readonly autocomplete?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A field for several lines of text. */
export function govukTextarea(options: TextareaOptions): Html {
  const id = options.id || options.name
  const { describedBy, messages } = description(id, options, options.describedBy)
  const own = attributes({
    class: classes(
      'govuk-textarea',
      options.errorMessage && 'govuk-textarea--error',
      options.classes,
    ),
    id,
    name: options.name,
    rows: options.rows || 5,
    spellcheck: options.spellcheck?.toString(),
    disabled: options.disabled,
    'aria-describedby': describedBy,
    autocomplete: options.autocomplete || undefined,
  })
  // A line break right after the tag is dropped by browsers: one of ours keeps the one that was typed.
  const kept = options.value?.startsWith('\n') ? '\n' : ''
  const control = html`<textarea${own}${extra(options.attributes)}>${kept}${options.value}</textarea>`
  return formGroup(
    options,
    html`${fieldLabel(options.label, id)} ${messages} ${contentOf(options.formGroup?.beforeInput)}
    ${control} ${contentOf(options.formGroup?.afterInput)}`,
  )
}
