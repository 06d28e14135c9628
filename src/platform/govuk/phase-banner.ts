import { attributes, classes, html, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, type Content } from './internal/content.ts'
import { govukTag, type TagOptions } from './tag.ts'

export type PhaseBannerOptions = Content & {
  readonly tag?: Omit<TagOptions, 'attributes'> | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** What state the service is in, such as a demonstration, and where to say what one thinks of it. */
export const govukPhaseBanner = (options: PhaseBannerOptions): Html =>
  html`<div${attributes({ class: classes('govuk-phase-banner govuk-width-container', options.classes) })}${extra(options.attributes)}>
    <p class="govuk-phase-banner__content">
      ${govukTag({ text: options.tag?.text, html: options.tag?.html, classes: classes('govuk-phase-banner__content__tag', options.tag?.classes) })}
      <span class="govuk-phase-banner__text">${contentOf(options)}</span>
    </p>
  </div>`
