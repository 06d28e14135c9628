import { html, nothing, attributes, classes, isBlank, type Html } from '#platform/lib/html.ts'
import { govukHint } from '../hint.ts'
import { govukLabel } from '../label.ts'
import { extra, type Attributes } from './attributes.ts'
import { hasContent, type Content } from './content.ts'
import type { FieldHint } from './form-group.ts'

/** One radio or checkbox, or a word between them. */
export type ChoiceItem = Content & {
  readonly value?: string | number | undefined
  readonly id?: string | undefined
  readonly label?: { readonly classes?: string; readonly attributes?: Attributes } | undefined
  readonly hint?: FieldHint | undefined
  /** A word such as "or" that stands between items; the rest is then left out. */
  readonly divider?: string | undefined
  readonly checked?: boolean | undefined
  /** Shown only while the item is chosen, where scripts run. */
  readonly conditional?: { readonly html?: Html | undefined } | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

/** What its group decides about an item. */
export type Choice = {
  readonly kind: 'radios' | 'checkboxes'
  readonly id: string
  readonly name: string
  readonly checked: boolean
  readonly describedBy?: string | undefined
  readonly behaviour?: string | undefined
}

/** A radio or a checkbox with its label, hint and what it uncovers. */
export function choiceItem(item: ChoiceItem, choice: Choice): Html {
  const block = `govuk-${choice.kind}`
  if (item.divider) return html`<div class="${block}__divider">${item.divider}</div>`
  const { id } = choice
  const hint = item.hint && hasContent(item.hint) ? item.hint : undefined
  const conditional = isBlank(item.conditional?.html) ? undefined : item.conditional?.html
  const own = attributes({
    class: `${block}__input`,
    id,
    name: choice.name,
    type: choice.kind === 'radios' ? 'radio' : 'checkbox',
    value: item.value ?? '',
    checked: choice.checked,
    disabled: item.disabled,
    'data-aria-controls': conditional && `conditional-${id}`,
    'data-behaviour': choice.behaviour || undefined,
    'aria-describedby': classes(choice.describedBy, hint && `${id}-item-hint`) || undefined,
  })
  return html`<div class="${block}__item">
      <input${own}${extra(item.attributes)}>
      ${govukLabel({ text: item.text, html: item.html, classes: classes(`${block}__label`, item.label?.classes), attributes: item.label?.attributes, for: id })}
      ${hint && govukHint({ ...hint, id: `${id}-item-hint`, classes: classes(`${block}__hint`, hint.classes) })}
    </div>
    ${conditional ? uncovered(block, id, choice.checked, conditional) : nothing}`
}

const uncovered = (block: string, id: string, checked: boolean, inside: Html): Html =>
  html`<div${attributes({
    class: classes(`${block}__conditional`, !checked && `${block}__conditional--hidden`),
    id: `conditional-${id}`,
  })}>${inside}</div>`
