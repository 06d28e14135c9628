import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './attributes.ts'
import { contentOf, type Content } from './content.ts'
import { heading, type HeadingLevel } from './heading.ts'

export type SummaryAction = Content & {
  readonly href: string
  /** Said after the text to those who hear links out of their place: "Change (your) name". */
  readonly visuallyHiddenText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type SummaryCard = {
  readonly title?:
    | (Content & {
        readonly headingLevel?: HeadingLevel | undefined
        readonly classes?: string | undefined
      })
    | undefined
  readonly actions?:
    | {
        readonly items?: readonly SummaryAction[] | undefined
        readonly classes?: string | undefined
      }
    | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A link that changes something, told apart from its like by what only screen readers say. */
export function actionLink(action: SummaryAction, cardTitle: Content | undefined): Html {
  const own = attributes({ class: classes('govuk-link', action.classes), href: action.href })
  const what = action.visuallyHiddenText && html` ${action.visuallyHiddenText}`
  const where = cardTitle && html` (${contentOf(cardTitle)})`
  const hidden =
    what || where ? html`<span class="govuk-visually-hidden">${what}${where}</span>` : nothing
  return html`<a${own}${extra(action.attributes)}>${contentOf(action)}${hidden}</a>`
}

/** A summary list inside a card. */
export function summaryCard(card: SummaryCard, list: Html): Html {
  const own = attributes({ class: classes('govuk-summary-card', card.classes) })
  const title = card.title
    ? heading(
        card.title.headingLevel || 2,
        { class: classes('govuk-summary-card__title', card.title.classes) },
        contentOf(card.title),
      )
    : nothing
  return html`<div${own}${extra(card.attributes)}>
    <div class="govuk-summary-card__title-wrapper">${title} ${cardActions(card)}</div>
    <div class="govuk-summary-card__content">${list}</div>
  </div>`
}

function cardActions(card: SummaryCard): Html {
  const links = (card.actions?.items ?? []).map((action) => actionLink(action, card.title))
  if (links.length === 0) return nothing
  const own = attributes({ class: classes('govuk-summary-card__actions', card.actions?.classes) })
  if (links.length === 1) return html`<div${own}>${links}</div>`
  return html`<ul${own}>${links.map((link) => html`<li class="govuk-summary-card__action">${link}</li>`)}</ul>`
}
