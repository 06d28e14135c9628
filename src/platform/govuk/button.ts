import { attributes, classes, html, isBlank, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Content } from './internal/content.ts'

export type ButtonOptions = Content & {
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  /** Makes it a link that looks like a button. */
  readonly href?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly preventDoubleClick?: boolean | undefined
  readonly isStartButton?: boolean | undefined
  readonly id?: string | undefined
}

const startIcon = html`<svg
  class="govuk-button__start-icon"
  xmlns="http://www.w3.org/2000/svg"
  width="17.5"
  height="19"
  viewBox="0 0 33 40"
  aria-hidden="true"
  focusable="false"
>
  <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
</svg>`

/** A button; a link drawn as one when it has an `href`. */
export function govukButton(options: ButtonOptions): Html {
  const common = html`${attributes({
    class: classes('govuk-button', options.classes, options.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
  })}${extra(options.attributes)}${attributes({ id: options.id || undefined })}`
  const wrap = options.isStartButton && !isBlank(options.html)
  const inside = html`${wrap ? html`<span>${options.html}</span>` : contentOf(options)}
  ${options.isStartButton ? startIcon : nothing}`
  if (options.href) {
    return html`<a${attributes({ href: options.href, role: 'button', draggable: 'false' })}${common}>${inside}</a>`
  }
  const own = attributes({
    type: options.type || 'submit',
    value: options.value || undefined,
    name: options.name || undefined,
    disabled: options.disabled,
    'aria-disabled': options.disabled ? 'true' : undefined,
    'data-prevent-double-click': options.preventDoubleClick?.toString(),
  })
  return html`<button${own}${common}>${inside}</button>`
}
