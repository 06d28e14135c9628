import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from '../internal/attributes.ts'
import { contentOf, type Content } from '../internal/content.ts'
import { mojButtonMenu, type ButtonMenuOptions } from './button-menu.ts'

export type IdentityBarOptions = {
  readonly title?: Content | undefined
  readonly menus?: readonly ButtonMenuOptions[] | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Whose record this is, across the top of it. */
export function mojIdentityBar(options: IdentityBarOptions): Html {
  const title = options.title
    ? html`<span class="moj-identity-bar__title">${contentOf(options.title)}</span>`
    : nothing
  const menus = options.menus
    ? html`<div class="moj-identity-bar__actions">
        ${options.menus.map((menu) => html`<div class="moj-identity-bar__menu">${mojButtonMenu(menu)}</div>`)}
      </div>`
    : nothing
  return html`<div${attributes({ class: classes('moj-identity-bar', options.classes) })}${extra(options.attributes)}>
    <div class="moj-identity-bar__container">
      <div class="moj-identity-bar__details">${title}</div>
      ${menus}
    </div>
  </div>`
}
