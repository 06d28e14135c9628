import { attributes, classes, html, type Html, type HtmlValue } from '#platform/lib/html.ts'
import { govukFieldset, type FieldsetOptions } from '../fieldset.ts'
import { extra, type Attributes } from './attributes.ts'
import { contentOf } from './content.ts'
import {
  description,
  formGroup,
  type FieldError,
  type FieldHint,
  type ItemsFormGroup,
} from './form-group.ts'

/** What radios and checkboxes have in common. */
export type ChoicesOptions = {
  readonly name: string
  /** What the items' ids begin with; the name unless told. */
  readonly idPrefix?: string | undefined
  readonly fieldset?: Omit<FieldsetOptions, 'html'> | undefined
  readonly hint?: FieldHint | undefined
  readonly errorMessage?: FieldError | undefined
  readonly formGroup?: ItemsFormGroup | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The id of an item: the first has no number, so that an error summary can point at it. */
export const itemId = (options: ChoicesOptions, id: string | undefined, place: number): string =>
  id || (options.idPrefix || options.name) + (place > 1 ? `-${place}` : '')

/**
 * The group around the items. They are drawn with the ids of what describes the group, which they
 * must name themselves where there is no fieldset to do it.
 */
export function choices(
  kind: 'radios' | 'checkboxes',
  options: ChoicesOptions,
  given: string | undefined,
  draw: (describedBy: string | undefined) => HtmlValue,
): Html {
  const { describedBy, messages } = description(options.idPrefix || options.name, options, given)
  const own = attributes({ class: classes(`govuk-${kind}`, options.classes) })
  const inside = html`${messages}
    <div${own}${extra(options.attributes)} data-module="govuk-${kind}">
      ${contentOf(options.formGroup?.beforeInputs)} ${draw(describedBy)} ${contentOf(options.formGroup?.afterInputs)}
    </div>`
  return formGroup(
    options,
    options.fieldset ? govukFieldset({ ...options.fieldset, describedBy, html: inside }) : inside,
  )
}
