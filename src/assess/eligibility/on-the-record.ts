import { holds } from '#platform/access/actor.ts'
import { inWords, isoDate, londonDay } from '#platform/lib/dates.ts'
import { html, nothing } from '#platform/lib/html.ts'
import type { CarerPanel, RecordPanel, TimelineEntry, TimelineSource } from '#platform/room.ts'
import { assessmentReaders } from '#assess/assessments/who-assesses.ts'
import {
  answerForCarer,
  answerInWords,
  decidedDay,
  determinationStates,
  type Determination,
} from './determination.ts'
import { listDeterminationsOf } from './determinations.sql.ts'

/** The latest decision on the carer's record, or how far it has got. */
export const decisionPanel: RecordPanel = {
  id: 'decision',
  side: 'facts',
  order: 51,
  show: async (tx, { personId, actor }) => {
    const [latest] = await listDeterminationsOf(tx, personId)
    if (latest === undefined) return null
    const words =
      latest.state === 'decided' ? answerInWords(latest) : determinationStates[latest.state]
    const day = decidedDay(latest)
    const on = day === null ? nothing : html`, ${inWords(day)}`
    const link = holds(actor, ...assessmentReaders)
      ? html`<a class="govuk-link" href="/determinations/${latest.id}">${words}</a>`
      : html`${words}`
    const sent =
      latest.state !== 'decided'
        ? nothing
        : html`.
          ${latest.sentAt === null ? 'Not sent yet.' : `Sent ${inWords(londonDay(latest.sentAt))}.`}`
    return { title: 'Eligibility', body: html`<p class="govuk-body">${link}${on}${sent}</p>` }
  },
}

/** The carer's own letters: what has been sent, the latest first. */
export const myDecisionPanel: CarerPanel = {
  id: 'decision',
  order: 31,
  show: async (tx, { personId }) => {
    const sent = (await listDeterminationsOf(tx, personId)).filter(({ sentAt }) => sentAt !== null)
    if (sent.length === 0) return null
    return {
      title: 'Our decision about your support',
      body: html`<ul class="govuk-list">
        ${sent.map((decision) => {
          const day = decidedDay(decision)
          return html`<li>
            <a class="govuk-link" href="/my/decisions/${decision.id}">${answerForCarer(decision)}</a
            >${day === null ? nothing : html`, ${inWords(day)}`}
          </li>`
        })}
      </ul>`,
    }
  },
}

/** Each decision on its day, its countersignature, and the day on which the carer was sent it. */
export const decisionTimeline: TimelineSource = {
  kind: 'decision',
  label: 'Decisions',
  list: async (tx, { personId, actor }) => {
    const mayOpen = holds(actor, ...assessmentReaders)
    return (await listDeterminationsOf(tx, personId)).flatMap((each) => entriesOf(each, mayOpen))
  },
}

function entriesOf(decision: Determination, mayOpen: boolean): readonly TimelineEntry[] {
  const { id, decidedOn, decidedByName, countersignedOn, countersignedByName, state } = decision
  const { sentAt, sentAs } = decision
  if (decidedOn === null) return []
  const stands = countersignedOn === null ? determinationStates[state] : 'Proposed'
  const about = { kind: 'decision', ...(mayOpen ? { href: `/determinations/${id}` } : {}) }
  const made = {
    ...about,
    on: isoDate(decidedOn),
    title: `${answerInWords(decision)}: ${stands.toLowerCase()}`,
    ...(decidedByName === null ? {} : { by: decidedByName }),
  }
  const signed = {
    ...about,
    on: isoDate(countersignedOn ?? decidedOn),
    title: `${answerInWords(decision)}: countersigned`,
    ...(countersignedByName === null ? {} : { by: countersignedByName }),
  }
  const decided = countersignedOn === null ? [made] : [signed, made]
  if (sentAt === null) return decided
  const sent = {
    ...about,
    on: londonDay(sentAt),
    at: sentAt,
    title: 'Decision sent to the carer',
    ...(sentAs === null ? {} : { text: sentAs }),
  }
  return [sent, ...decided]
}
