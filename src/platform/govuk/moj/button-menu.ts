import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { govukButton, type ButtonOptions } from '../button.ts'
import { extra, type Attributes } from '../internal/attributes.ts'

export type ButtonMenuOptions = {
  /** The button that opens the menu, where scripts run. */
  readonly button?:
    | { readonly text?: string | undefined; readonly classes?: string | undefined }
    | undefined
  readonly alignMenu?: 'left' | 'right' | undefined
  readonly items: readonly Omit<ButtonOptions, 'isStartButton' | 'id' | 'preventDoubleClick'>[]
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Actions under one button; without scripts they stand side by side. */
export function mojButtonMenu(options: ButtonMenuOptions): Html {
  const own = attributes({
    class: classes('moj-button-menu', options.classes),
    'data-module': 'moj-button-menu',
    'data-button-text': options.button?.text,
    'data-button-classes': options.button?.classes,
    'data-align-menu': options.alignMenu,
  })
  const items = options.items.map(
    (item) =>
      html`${govukButton({ ...item, classes: classes('moj-button-menu__item govuk-button--secondary', item.classes) })} `,
  )
  return html`<div${own}${extra(options.attributes)}>${items}</div>`
}
