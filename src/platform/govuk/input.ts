import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, hasContent, type Content } from './internal/content.ts'
import {
  description,
  fieldLabel,
  formGroup,
  type FieldError,
  type FieldHint,
  type FieldLabel,
  type FormGroup,
} from './internal/form-group.ts'

export type Affix = Content & {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type InputOptions = {
  readonly name: string
  /** The name unless told. */
  readonly id?: string | undefined
  readonly type?: string | undefined
  readonly inputmode?: string | undefined
  readonly value?: string | number | undefined
  readonly disabled?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly label?: FieldLabel | undefined
  readonly hint?: FieldHint | undefined
  readonly errorMessage?: FieldError | undefined
  readonly prefix?: Affix | undefined
  readonly suffix?: Affix | undefined
  readonly formGroup?: FormGroup | undefined
  readonly classes?: string | undefined
  readonly autocomplete?: string | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly autocapitalize?: string | undefined
  readonly inputWrapper?:
    | { readonly classes?: string; readonly attributes?: Attributes }
    | undefined
  readonly attributes?: Attributes | undefined
}

/** A field for one line of text. */
export function govukInput(options: InputOptions): Html {
  const id = options.id || options.name
  const { describedBy, messages } = description(id, options, options.describedBy)
  const control = wrapped(options, theInput(options, id, describedBy))
  return formGroup(options, html`${fieldLabel(options.label, id)} ${messages} ${control}`)
}

function theInput(options: InputOptions, id: string, describedBy: string | undefined): Html {
  const own = attributes({
    class: classes('govuk-input', options.classes, options.errorMessage && 'govuk-input--error'),
    id,
    name: options.name,
    type: options.type || 'text',
    spellcheck: options.spellcheck?.toString(),
    value: options.value,
    disabled: options.disabled,
    'aria-describedby': describedBy,
    autocomplete: options.autocomplete,
    autocapitalize: options.autocapitalize,
    pattern: options.pattern,
    inputmode: options.inputmode,
  })
  return html`<input${own}${extra(options.attributes)}>`
}

function wrapped(options: InputOptions, control: Html): Html {
  const { prefix, suffix } = options
  const before = options.formGroup?.beforeInput
  const after = options.formGroup?.afterInput
  if (![prefix, suffix, before, after].some(hasContent)) return control
  const own = attributes({ class: classes('govuk-input__wrapper', options.inputWrapper?.classes) })
  return html`<div${own}${extra(options.inputWrapper?.attributes)}>${contentOf(before)} ${affix(prefix, 'prefix')} ${control} ${affix(suffix, 'suffix')} ${contentOf(after)}</div>`
}

const affix = (of: Affix | undefined, kind: 'prefix' | 'suffix'): Html =>
  of && hasContent(of)
    ? html`<div${attributes({ class: classes(`govuk-input__${kind}`, of.classes), 'aria-hidden': 'true' })}${extra(of.attributes)}>${contentOf(of)}</div>`
    : nothing
