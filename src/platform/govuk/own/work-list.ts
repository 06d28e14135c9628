import { html, isBlank, nothing, type Html, type HtmlValue } from '#platform/lib/html.ts'
import { heading, type HeadingLevel } from '../internal/heading.ts'
import { countBadge } from './count-badge.ts'

export type WorkItem = {
  readonly title: string
  readonly href: string
  /** Who, what kind, in a few words. */
  readonly detail?: HtmlValue
  /** When it is due, in words: "12 days overdue", "today at 10:30am", "by Friday 6 April". */
  readonly due: string
}

export type WorkListOptions = {
  /** "Overdue", "Today", "This week". */
  readonly title: string
  readonly tone?: 'overdue' | 'today' | 'later' | undefined
  readonly items: readonly WorkItem[]
  /** How many there are in all, where `items` are cut off. */
  readonly total?: number | undefined
  /** To the whole list. */
  readonly more?: { readonly text: string; readonly href: string } | undefined
  /** What is said when there is nothing. */
  readonly empty?: string | undefined
  readonly headingLevel?: HeadingLevel | undefined
}

/** Things to do, with how many they are and when each is due. */
export function workList(options: WorkListOptions): Html {
  const { items, total = items.length, tone = 'later' } = options
  const title = html`${options.title}
  ${countBadge(total, total === 1 ? 'thing to do' : 'things to do')}`
  const list =
    items.length > 0
      ? html`<ul class="app-work__list">
          ${items.map(entry)}
        </ul>`
      : html`<p class="app-work__empty">${options.empty ?? 'Nothing here.'}</p>`
  const more = options.more
    ? html`<p class="app-work__more">
        <a class="govuk-link" href="${options.more.href}">${options.more.text}</a>
      </p>`
    : nothing
  return html`<section class="app-work app-work--${tone}">
    ${heading(options.headingLevel ?? 2, { class: 'app-work__title' }, title)} ${list} ${more}
  </section>`
}

const entry = (item: WorkItem): Html =>
  html`<li class="app-work__item">
    <a class="govuk-link app-work__link" href="${item.href}">${item.title}</a>
    ${isBlank(item.detail) ? nothing : html`<span class="app-work__detail">${item.detail}</span>`}
    <span class="app-work__due">${item.due}</span>
  </li>`
