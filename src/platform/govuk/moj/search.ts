import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { govukButton, type ButtonOptions } from '../button.ts'
import { govukInput, type InputOptions } from '../input.ts'
import { extra, type Attributes } from '../internal/attributes.ts'
import type { FieldHint, FieldLabel } from '../internal/form-group.ts'

export type SearchOptions = {
  readonly action: string
  readonly method?: 'get' | 'post' | undefined
  readonly label?: FieldLabel | undefined
  readonly hint?: FieldHint | undefined
  readonly input?:
    | Partial<
        Omit<InputOptions, 'label' | 'hint' | 'prefix' | 'suffix' | 'formGroup' | 'inputWrapper'>
      >
    | undefined
  readonly button?: Omit<ButtonOptions, 'href' | 'isStartButton' | 'type' | 'disabled'> | undefined
  /** A looking glass instead of a word on the button. */
  readonly iconButton?: boolean | undefined
  /** `stacked` sets the button under the field. */
  readonly layout?: 'stacked' | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const icon = html`<svg
  width="20"
  height="20"
  viewBox="0 0 21 20"
  fill="none"
  aria-hidden="true"
  focusable="false"
  xmlns="http://www.w3.org/2000/svg"
>
  <path
    d="M8.90102 14.4683C12.385 14.4683 15.2093 11.644 15.2093 8.16005C15.2093 4.6761 12.385 1.85181 8.90102 1.85181C5.41707 1.85181 2.59277 4.6761 2.59277 8.16005C2.59277 11.644 5.41707 14.4683 8.90102 14.4683Z"
    stroke="currentColor"
    stroke-width="2.22222"
  />
  <path d="M13.2349 12.8584L19.5909 19.2144" stroke="currentColor" stroke-width="2.22222" />
</svg>`

/** A form that searches. */
export function mojSearch(options: SearchOptions): Html {
  const stacked = options.layout === 'stacked'
  const button = searchButton(options, Boolean(options.iconButton) && !stacked)
  const own = classes('moj-search', stacked && 'moj-search--stacked', options.classes)
  const field = govukInput({
    ...options.input,
    classes: classes('moj-search__input', options.input?.classes),
    label: options.label && {
      ...options.label,
      classes: classes('moj-search__label', options.label.classes),
    },
    hint: options.hint && {
      ...options.hint,
      classes: classes('moj-search__hint', options.hint.classes),
    },
    name: options.input?.name ?? 'search',
    type: options.input?.type ?? 'search',
    inputWrapper: { classes: 'moj-search__input-wrapper' },
    formGroup: { afterInput: stacked ? undefined : { html: button } },
  })
  return html`<search${attributes({ class: own })}${extra(options.attributes)}>
    <form${attributes({ action: options.action, method: options.method ?? 'get' })}>
      ${field} ${stacked ? button : nothing}
    </form>
  </search>`
}

function searchButton(options: SearchOptions, drawn: boolean): Html {
  const { button } = options
  return govukButton({
    ...button,
    html: drawn
      ? html`${icon}<span class="govuk-visually-hidden">${button?.text ?? 'search'}</span>`
      : button?.html,
    classes: classes('moj-search__button', drawn && 'moj-search__button--icon', button?.classes),
  })
}
