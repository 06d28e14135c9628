import {
  attributes,
  classes,
  html,
  nothing,
  type Html,
  type HtmlValue,
} from '#platform/lib/html.ts'
import { govukErrorMessage, type ErrorMessageOptions } from '../error-message.ts'
import { govukHint, type HintOptions } from '../hint.ts'
import { govukLabel, type LabelOptions } from '../label.ts'
import { extra, type Attributes } from './attributes.ts'
import type { Content } from './content.ts'

/** A hint or an error message whose id its field decides. */
export type FieldHint = Omit<HintOptions, 'id'>
export type FieldError = Omit<ErrorMessageOptions, 'id'>
export type FieldLabel = Omit<LabelOptions, 'for'>

/** The box around a field, for one control. */
export type FormGroup = {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly beforeInput?: Content | undefined
  readonly afterInput?: Content | undefined
}

/** The box around a field of several controls. */
export type ItemsFormGroup = Omit<FormGroup, 'beforeInput' | 'afterInput'> & {
  readonly beforeInputs?: Content | undefined
  readonly afterInputs?: Content | undefined
}

type Described = {
  readonly hint?: FieldHint | undefined
  readonly errorMessage?: FieldError | undefined
}

/** A field's hint and error, and the ids by which the field must name them as its description. */
export function description(
  id: string,
  field: Described,
  describedBy: string | undefined,
): { readonly describedBy: string | undefined; readonly messages: Html } {
  const hintId = field.hint && `${id}-hint`
  const errorId = field.errorMessage && `${id}-error`
  return {
    describedBy: classes(describedBy, hintId, errorId) || undefined,
    messages: html`${field.hint && govukHint({ ...field.hint, id: `${id}-hint` })}
    ${field.errorMessage && govukErrorMessage({ ...field.errorMessage, id: `${id}-error` })}`,
  }
}

/** The box around a field, marked where there is an error. */
export function formGroup(
  field: Described & { readonly formGroup?: Pick<FormGroup, 'classes' | 'attributes'> | undefined },
  inside: HtmlValue,
): Html {
  const own = classes(
    'govuk-form-group',
    field.errorMessage && 'govuk-form-group--error',
    field.formGroup?.classes,
  )
  return html`<div${attributes({ class: own })}${extra(field.formGroup?.attributes)}>${inside}</div>`
}

/** A field's label; nothing where it was given none. */
export const fieldLabel = (label: FieldLabel | undefined, id: string): Html =>
  label ? govukLabel({ ...label, for: id }) : nothing
