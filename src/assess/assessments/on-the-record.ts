import { govukButton } from '#platform/govuk/button.ts'
import { holds } from '#platform/access/actor.ts'
import { workers } from '#platform/access/duties.ts'
import { inWords, isoDate, type IsoDate } from '#platform/lib/dates.ts'
import { html, nothing, type Html } from '#platform/lib/html.ts'
import type { RecordPanel, TimelineEntry, TimelineSource } from '#platform/room.ts'
import { getStepReckoning } from '#people/pathway/gather-pathway.ts'
import type { StepReckoning } from '#people/pathway/step-clock.rules.ts'
import { wordsFor } from '#people/persons/code-words.ts'
import { isOpen, kindNames, stateNames, type Assessment } from './assessment.ts'
import { assessmentClock } from './assessment-clock.rules.ts'
import { listAssessments } from './assessments.sql.ts'
import { clockInWords } from './clock-words.ts'
import { listOffers, type Offer } from './offers.sql.ts'
import { offeredName, offerStateNames, whyWords } from './offer-words.ts'
import { assessmentReaders } from './who-assesses.ts'

/** The latest assessment on the carer's record, with its clock, and the way to ask for one. */
export const assessmentPanel: RecordPanel = {
  id: 'assessment',
  side: 'facts',
  order: 50,
  show: async (tx, { personId, actor, today }) => {
    const [latest] = await listAssessments(tx, personId)
    const reckoning = await getStepReckoning(tx)
    const mayOpen = holds(actor, ...assessmentReaders)
    const mayAsk = holds(actor, ...workers) && (latest === undefined || !isOpen(latest.state))
    return {
      title: 'Assessment',
      body: html`${latest === undefined ? html`<p class="govuk-body">None yet.</p>` : latestView(latest, { today, reckoning, mayOpen })}
      ${offersOnRecord(await listOffers(tx, personId))} ${mayAsk ? askButton(personId) : nothing}
      ${holds(actor, ...workers) ? offerLink(personId) : nothing}
      ${mayOpen ? allOffersLink : nothing}`,
    }
  },
}

function latestView(
  assessment: Assessment,
  of: { readonly today: IsoDate; readonly reckoning: StepReckoning; readonly mayOpen: boolean },
): Html {
  const clock = assessmentClock(
    { ...assessment, endedOn: assessment.completedOn ?? assessment.closedOn },
    of.today,
    of.reckoning,
  )
  const name = kindNames[assessment.kind]
  const title = of.mayOpen
    ? html`<a class="govuk-link" href="/assessments/${assessment.id}">${name}</a>`
    : html`${name}`
  return html`<p class="govuk-body">
    ${title}:
    ${stateNames[assessment.state].toLowerCase()}${clock === null ? nothing : html`. ${clockInWords(clock)}.`}
  </p>`
}

function askButton(personId: string): Html {
  return govukButton({
    text: 'Ask for an assessment',
    href: `/carers/${personId}/ask-for-assessment`,
    classes: 'govuk-button--secondary',
  })
}

/** A combined one may be offered while another is open. */
function offerLink(personId: string): Html {
  return html`<p class="govuk-body">
    <a class="govuk-link" href="/carers/${personId}/offer-assessment"
      >Offered, declined or not offered</a
    >
  </p>`
}

const allOffersLink = html`<p class="govuk-body">
  <a class="govuk-link" href="/assessment-offers">All that were offered or not held</a>
</p>`

/** What was offered last, or not; an offer that waits for its answer comes first. */
function offersOnRecord(offers: readonly Offer[]): Html {
  const [latest] = offers.filter(({ state }) => state !== 'accepted')
  if (latest === undefined) return nothing
  const why = latest.reason === null ? '' : ` ${whyWords(latest.reason)}.`
  return html`<p class="govuk-body">
    <a class="govuk-link" href="/assessment-offers/${latest.id}">${offeredName(latest)}</a>:
    ${offerStateNames[latest.state].toLowerCase()},
    ${inWords(latest.answeredOn ?? latest.onDay)}.${why}
  </p>`
}

/** Each step of each assessment, on its day. */
export const assessmentTimeline: TimelineSource = {
  kind: 'assessment',
  label: 'Assessments',
  list: async (tx, { personId, actor }) => {
    const assessments = await listAssessments(tx, personId)
    const mayOpen = holds(actor, ...assessmentReaders)
    const offers = await listOffers(tx, personId)
    return [
      ...assessments.flatMap((assessment) => entriesOf(assessment, mayOpen)),
      ...offers.flatMap(entriesOfOffer),
    ]
  },
}

function entriesOfOffer(offer: Offer): readonly TimelineEntry[] {
  const { id, onDay, answeredOn, state, writtenByName: by } = offer
  const about = { kind: 'assessment', by, href: `/assessment-offers/${id}` }
  const name = offeredName(offer)
  const text = [whyWords(offer.reason), offer.words].filter(Boolean).join(': ')
  const said = text === '' ? {} : { text }
  if (answeredOn === null) return [{ ...about, on: onDay, title: `${name} offered`, ...said }]
  const end = {
    ...about,
    on: answeredOn,
    title: `${name}: ${offerStateNames[state].toLowerCase()}`,
  }
  if (state === 'not_offered' || onDay === answeredOn) return [{ ...end, ...said }]
  return [
    { ...about, on: onDay, title: `${name} offered` },
    { ...end, ...said },
  ]
}

function entriesOf(assessment: Assessment, mayOpen: boolean): readonly TimelineEntry[] {
  const name = kindNames[assessment.kind]
  const about = {
    kind: 'assessment',
    ...(mayOpen ? { href: `/assessments/${assessment.id}` } : {}),
    ...(assessment.assessorName === null ? {} : { by: assessment.assessorName }),
  }
  const outcome =
    assessment.outcome === null ? {} : { text: wordsFor('assessment-outcomes', assessment.outcome) }
  const { askedWhere, closedWords } = assessment
  const why = whyWords(assessment.closedReason)
  return [
    {
      on: assessment.askedOn,
      title: `${name} asked for`,
      ...(askedWhere === null ? {} : { text: askedWhere }),
    },
    { on: assessment.begunOn, title: `${name} begun` },
    { on: assessment.completedOn, title: `${name} completed`, ...outcome },
    {
      on: assessment.closedOn,
      title: `${name}: ${stateNames[assessment.state].toLowerCase()}`,
      ...(closedWords === null ? {} : { text: [why, closedWords].filter(Boolean).join(': ') }),
    },
  ].flatMap(({ on, ...entry }) => (on === null ? [] : [{ ...about, ...entry, on: isoDate(on) }]))
}
