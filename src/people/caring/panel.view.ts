import { factList, type Fact } from '#platform/govuk/own/fact-list.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, join, type Html } from '#platform/lib/html.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { ageOf, fullName } from '#people/persons/person.ts'
import { conditionWords, relationshipWords, type Caring } from './caring.ts'

export function caringPanel(of: {
  readonly personId: string
  readonly caredFor: readonly Caring[]
  readonly carers: readonly Caring[]
  readonly today: IsoDate
}): Html {
  const facts = [
    ...of.caredFor.map((caring): Fact => ({
      name: caring.until === null ? 'Looks after' : 'Looked after',
      value: relation(caring, of.today),
      change: { href: `/carers/${of.personId}/looks-after/${caring.id}` },
    })),
    ...of.carers.map((caring): Fact => ({
      name: caring.until === null ? 'Looked after by' : 'Was looked after by',
      value: relation(caring, of.today),
    })),
  ]
  const add = html`<p class="govuk-body">
    <a class="govuk-link" href="/carers/${of.personId}/looks-after/new"
      >Add someone they look after</a
    >
  </p>`
  return facts.length === 0 ? add : html`${factList({ facts })}${add}`
}

function relation(caring: Caring, today: IsoDate): Html {
  const age = ageOf(caring, today)
  const who =
    caring.otherId === null
      ? caredForName(caring)
      : html`<a class="govuk-link" href="/carers/${caring.otherId}">${caredForName(caring)}</a>`
  const parts = [
    relationshipWords(caring) ?? '',
    age === null ? '' : `${age} years old`,
    caring.diedOn === null ? '' : `died ${inWords(isoDate(caring.diedOn))}`,
  ]
  return html`<p class="govuk-!-margin-bottom-0">
      ${who}
      ${join(parts.filter(Boolean).length === 0 ? [] : [html`<span class="app-quiet">(${join(parts, ', ')})</span>`])}
    </p>
    <p class="app-quiet govuk-!-margin-bottom-0">${join(circumstances(caring), html`<br />`)}</p>`
}

/** The name of the other person, or the word for someone whose name is not kept. */
export function caredForName({ givenName, familyName }: Caring): string {
  return givenName === null || familyName === null
    ? 'someone whose name is not kept'
    : fullName({ givenName, familyName })
}

function circumstances(caring: Caring): readonly string[] {
  return [
    conditionWords(caring),
    caring.hoursBand === null ? '' : `${wordsFor('hours-bands', caring.hoursBand)} a week`,
    caring.livesTogether === null ? '' : caring.livesTogether ? 'live together' : 'live apart',
    caring.since === null ? '' : `since ${inWords(isoDate(caring.since))}`,
    caring.until === null
      ? ''
      : `until ${inWords(isoDate(caring.until))}${caring.endReason === null ? '' : `: ${wordsFor('close-reasons', caring.endReason).toLowerCase()}`}`,
  ]
}

/** The same as a list of facts, for the page that tells of a conflict. */
export function caringFacts(caring: Caring): Html {
  const said = circumstances(caring).filter(Boolean)
  const known = [relationshipWords(caring), ...said].filter((words) => words !== null)
  return html`<ul class="govuk-list govuk-list--bullet">
    ${known.map((words) => html`<li>${words}</li>`)}
  </ul>`
}
