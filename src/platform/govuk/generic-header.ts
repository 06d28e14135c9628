import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf } from './internal/content.ts'

export type GenericHeaderOptions = {
  readonly logoText?: string | undefined
  readonly logoHtml?: Html | undefined
  readonly url?: string | undefined
  readonly containerClasses?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The head of a page that bears a name of its own and not the crown. */
export const govukGenericHeader = (options: GenericHeaderOptions): Html =>
  html`<div${attributes({ class: classes('govuk-generic-header', options.classes) })}${extra(options.attributes)}>
    <div class="govuk-generic-header__container ${options.containerClasses || 'govuk-width-container'}">
      <div class="govuk-generic-header__logo">
        <a${attributes({ href: options.url || '/', class: 'govuk-generic-header__homepage-link' })}>${contentOf({ text: options.logoText, html: options.logoHtml })}</a>
      </div>
    </div>
  </div>`
