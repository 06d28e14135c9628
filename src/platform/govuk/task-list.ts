import { attributes, classes, html, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { contentOf, present, type Content, type Sometimes } from './internal/content.ts'
import { govukTag, type TagOptions } from './tag.ts'

export type TaskListItem = {
  readonly title: Content & { readonly classes?: string | undefined }
  readonly hint?: Content | undefined
  readonly status: Content & {
    readonly tag?: TagOptions | undefined
    readonly classes?: string | undefined
  }
  readonly href?: string | undefined
  readonly classes?: string | undefined
}

export type TaskListOptions = {
  readonly items: readonly Sometimes<TaskListItem>[]
  readonly idPrefix?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The parts of a long form, each with how far it has got. */
export const govukTaskList = (options: TaskListOptions): Html =>
  html`<ul${attributes({ class: classes('govuk-task-list', options.classes) })}${extra(options.attributes)}>
    ${present(options.items).map(({ item, place }) => task(item, `${options.idPrefix || 'task-list'}-${place}`))}
  </ul>`

function task(item: TaskListItem, id: string): Html {
  const own = classes(
    'govuk-task-list__item',
    item.href && 'govuk-task-list__item--with-link',
    item.classes,
  )
  const status = attributes({
    class: classes('govuk-task-list__status', item.status.classes),
    id: `${id}-status`,
  })
  const hint = item.hint
    ? html`<div id="${id}-hint" class="govuk-task-list__hint">${contentOf(item.hint)}</div>`
    : nothing
  return html`<li class="${own}">
    <div class="govuk-task-list__name-and-hint">${title(item, id)} ${hint}</div>
    <div${status}>${item.status.tag ? govukTag(item.status.tag) : contentOf(item.status)}</div>
  </li>`
}

function title(item: TaskListItem, id: string): Html {
  if (!item.href) {
    return html`<div${attributes({ class: item.title.classes })}>${contentOf(item.title)}</div>`
  }
  const own = attributes({
    class: classes('govuk-link govuk-task-list__link', item.title.classes),
    href: item.href,
    'aria-describedby': classes(item.hint && `${id}-hint`, `${id}-status`),
  })
  return html`<a${own}>${contentOf(item.title)}</a>`
}
