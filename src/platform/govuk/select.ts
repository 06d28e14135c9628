import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, present, type Sometimes } from './internal/content.ts'
import {
  description,
  fieldLabel,
  formGroup,
  type FieldError,
  type FieldHint,
  type FieldLabel,
  type FormGroup,
} from './internal/form-group.ts'

export type SelectItem = {
  /** The text unless told. */
  readonly value?: string | number | boolean | undefined
  readonly text: string | number
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type SelectOptions = {
  readonly name: string
  /** The name unless told. */
  readonly id?: string | undefined
  readonly items: readonly Sometimes<SelectItem>[]
  /** The value that is chosen, unless an item says otherwise itself. */
  readonly value?: string | number | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly label?: FieldLabel | undefined
  readonly hint?: FieldHint | undefined
  readonly errorMessage?: FieldError | undefined
  readonly formGroup?: FormGroup | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A list to choose one from; radios are easier for most people. */
export function govukSelect(options: SelectOptions): Html {
  const id = options.id || options.name
  const { describedBy, messages } = description(id, options, options.describedBy)
  const own = attributes({
    class: classes('govuk-select', options.classes, options.errorMessage && 'govuk-select--error'),
    id,
    name: options.name,
    disabled: options.disabled,
    'aria-describedby': describedBy,
  })
  const items = present(options.items).map(({ item }) => option(item, options.value))
  return formGroup(
    options,
    html`${fieldLabel(options.label, id)} ${messages} ${contentOf(options.formGroup?.beforeInput)}
    <select${own}${extra(options.attributes)}>${items}</select>
    ${contentOf(options.formGroup?.afterInput)}`,
  )
}

function option(item: SelectItem, chosen: string | number | undefined): Html {
  const value = item.value?.toString()
  const own = attributes({
    value,
    selected: item.selected ?? (Boolean(chosen) && (value ?? String(item.text)) === String(chosen)),
    disabled: item.disabled,
  })
  return html`<option${own}${extra(item.attributes)}>${item.text}</option>`
}
