import { attributes, classes, html, isBlank, nothing, type Html } from '#platform/lib/html.ts'
import { extra, type Attributes } from './internal/attributes.ts'
import { present, type Content, type Sometimes } from './internal/content.ts'

export type Tab = {
  readonly id?: string | undefined
  readonly label: string
  readonly attributes?: Attributes | undefined
  readonly panel: Content & { readonly attributes?: Attributes | undefined }
}

export type TabsOptions = {
  readonly id?: string | undefined
  /** What the panels' ids begin with, for those that have none. */
  readonly idPrefix?: string | undefined
  readonly title?: string | undefined
  readonly items?: readonly Sometimes<Tab>[] | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Panels of which one is open at a time; without scripts all are, under a list of contents. */
export function govukTabs(options: TabsOptions): Html {
  const items = present(options.items).map(({ item, place }) => ({
    ...item,
    place,
    id: item.id || `${options.idPrefix ?? ''}-${place}`,
  }))
  const own = attributes({
    id: options.id || undefined,
    class: classes('govuk-tabs', options.classes),
  })
  const list = options.items?.length
    ? html`<ul class="govuk-tabs__list">
        ${items.map((item) => tab(item, item.place === 1))}
      </ul>`
    : nothing
  return html`<div${own}${extra(options.attributes)} data-module="govuk-tabs">
    <h2 class="govuk-tabs__title">${options.title ?? 'Contents'}</h2>
    ${list} ${items.map((item) => panel(item, item.place === 1))}
  </div>`
}

type KnownTab = Tab & { readonly id: string }

const tab = (item: KnownTab, selected: boolean): Html =>
  html`<li class="${classes('govuk-tabs__list-item', selected && 'govuk-tabs__list-item--selected')}"><a${attributes({ class: 'govuk-tabs__tab', href: `#${item.id}` })}${extra(item.attributes)}>${item.label}</a></li>`

const panel = (item: KnownTab, open: boolean): Html =>
  html`<div${attributes({
    class: classes('govuk-tabs__panel', !open && 'govuk-tabs__panel--hidden'),
    id: item.id,
  })}${extra(item.panel.attributes)}>${panelBody(item.panel)}</div>`

function panelBody(of: Content): Html {
  if (!isBlank(of.html)) return html`${of.html}`
  return isBlank(of.text) ? nothing : html`<p class="govuk-body">${of.text}</p>`
}
