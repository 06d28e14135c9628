import { drawChart, figuresTable } from '#platform/charts/draw-chart.ts'
import { govukInsetText } from '#platform/govuk/inset-text.ts'
import { govukSummaryList } from '#platform/govuk/summary-list.ts'
import { inWords } from '#platform/lib/dates.ts'
import { html, join, nothing, type Html } from '#platform/lib/html.ts'
import type { Block, Document, Figure, Party, Text } from './document.ts'
import { allPrintable } from './printable.ts'
import { words } from './words.ts'

/** A document as the main part of a page, to be read there or printed from the browser. */
export async function printPage(document: Document): Promise<Html> {
  const tidy = allPrintable(document, () => true)
  const body = await Promise.all(tidy.body.map(blockHtml))
  return html`<article lang="${tidy.language}">
    ${tidy.kind === 'letter' ? letterHead(tidy) : reportHead(tidy)} ${body}
  </article>`
}

function letterHead({ sender, recipient = [], date, reference, title }: Document): Html {
  const from = [
    html`<strong>${sender.name}</strong>`,
    ...sender.address,
    sender.phone,
    sender.email,
  ]
  return html`<p class="govuk-body">${join(from, html`<br />`)}</p>
    <p class="govuk-body">${join(recipient, html`<br />`)}</p>
    <p class="govuk-body">
      ${inWords(date)}${reference ? html`<br />Our reference: <strong>${reference}</strong>` : nothing}
    </p>
    <h1 class="govuk-heading-l">${title}</h1>`
}

function reportHead({ authority, sender, date, reference, title, subtitle }: Document): Html {
  return html`<span class="govuk-caption-xl">${authority}</span>
    <h1 class="govuk-heading-xl">${title}</h1>
    ${subtitle ? html`<p class="govuk-body-l">${subtitle}</p>` : nothing}
    <p class="govuk-body">
      ${join([sender.name, inWords(date), reference ? `reference ${reference}` : ''], ', ')}
    </p>`
}

async function blockHtml(block: Block): Promise<Html> {
  switch (block.block) {
    case 'heading':
      return block.level === 2
        ? html`<h2 class="govuk-heading-m">${block.text}</h2>`
        : html`<h3 class="govuk-heading-s">${block.text}</h3>`
    case 'paragraph':
      return paragraph(block.text)
    case 'list': {
      const items = block.items.map((item) => html`<li dir="auto">${said(item)}</li>`)
      return block.numbered
        ? html`<ol class="govuk-list govuk-list--number">
            ${items}
          </ol>`
        : html`<ul class="govuk-list govuk-list--bullet">
            ${items}
          </ul>`
    }
    case 'facts':
      return govukSummaryList({
        rows: block.facts.map(({ term, description }) => ({
          key: { text: term },
          value: { html: said(description) },
        })),
      })
    case 'table':
      return figuresTable(block)
    case 'callout':
      return govukInsetText({
        html: html`${block.title ? html`<p class="govuk-body"><strong>${block.title}</strong></p>` : nothing}
        ${block.text.map(paragraph)}`,
      })
    case 'figures':
      return html`${block.figures.map(figure)}`
    case 'chart': {
      const { svg, table } = await drawChart(block.chart)
      return html`<div class="app-figure__chart">${svg}</div>
        ${table}`
    }
    case 'sign-off':
      return html`<p class="govuk-body">${block.closing}</p>
        <p class="govuk-body">
          ${join([html`<strong>${block.name}</strong>`, block.role], html`<br />`)}
        </p>`
    case 'picture': {
      const drawn = Buffer.from(block.svg).toString('base64')
      return html`<p class="govuk-body">
        <img src="data:image/svg+xml;base64,${drawn}" alt="${block.alt}" width="${block.width}" />
      </p>`
    }
    case 'easy':
      return html`<p class="govuk-body-l" dir="auto">${block.text}</p>`
    case 'signatures':
      return html`${block.parties.map(party)}`
  }
}

// The browser finds out from which side a text is read.
const paragraph = (text: Text): Html => html`<p class="govuk-body" dir="auto">${said(text)}</p>`

/** A text with its emphasis, its links, and a line break where one was typed. */
const said = (text: Text): Html =>
  html`${words(text).runs.map(({ text: run, strong, href }) => {
    const broken = html`${run.split('\n').map((line, at) => (at === 0 ? line : html`<br />${line}`))}`
    if (strong) return html`<strong>${broken}</strong>`
    return href === '' ? broken : html`<a class="govuk-link" href="${href}">${broken}</a>`
  })}`

const figure = ({ value, label, comparison, source }: Figure): Html =>
  html`<p class="govuk-heading-xl govuk-!-margin-bottom-1">${value}</p>
    <p class="govuk-body">
      ${join([html`<strong>${label}</strong>`, comparison, source ? said(source) : ''], html`<br />`)}
    </p>`

const party = ({ name, role, signedOn }: Party): Html =>
  html`<p class="govuk-body">
    <strong>${name}</strong>, ${role}<br />
    ${signedOn ? `Agreed on ${inWords(signedOn)}` : html`Signature:<br />Date:`}
  </p>`
