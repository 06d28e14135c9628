import { govukButton } from '#platform/govuk/button.ts'
import { holds } from '#platform/access/actor.ts'
import { isoDate, londonDay } from '#platform/lib/dates.ts'
import { html, nothing } from '#platform/lib/html.ts'
import type { RecordPanel, TimelineEntry, TimelineSource } from '#platform/room.ts'
import { type Plan, planners } from './plan.ts'
import { listPlansOf } from './plans.sql.ts'
import { planStanding } from './plan-words.ts'
import { formatWords } from './send-formats.ts'

/** The carer's plans on the record, and the way to begin one. */
export const planPanel: RecordPanel = {
  id: 'plan',
  side: 'facts',
  order: 60,
  show: async (tx, { personId, actor }) => {
    const plans = await listPlansOf(tx, personId)
    const open = plans.filter(({ state }) => state === 'draft' || state === 'agreed')
    const former = plans.length - open.length
    const mayBegin = holds(actor, ...planners) && open.length === 0
    return {
      title: 'Support plan',
      body: html`${
        open.length === 0
          ? html`<p class="govuk-body">None ${former === 0 ? 'yet' : 'now'}.</p>`
          : html`<ul class="govuk-list">
              ${open.map(planLink)}
            </ul>`
      }
      ${former === 0 ? nothing : html`<p class="govuk-body app-quiet">${former === 1 ? 'One former plan stands' : `${former} former plans stand`} in the timeline.</p>`}
      ${
        mayBegin
          ? govukButton({
              text: 'Begin a support plan',
              href: `/carers/${personId}/plan/new`,
              classes: 'govuk-button--secondary',
            })
          : nothing
      }`,
    }
  },
}

const planLink = (plan: Plan) =>
  html`<li>
    <a class="govuk-link" href="/plans/${plan.id}">Plan ${plan.number}</a>, ${planStanding(plan)}
  </li>`

/** Each plan's days: begun, agreed, sent, ended. */
export const planTimeline: TimelineSource = {
  kind: 'plan',
  label: 'Plans',
  list: async (tx, { personId }) => (await listPlansOf(tx, personId)).flatMap(entriesOf),
}

function entriesOf(plan: Plan): readonly TimelineEntry[] {
  const about = { kind: 'plan', href: `/plans/${plan.id}` }
  const name = plan.number === 1 ? 'Support plan' : `Support plan, number ${plan.number},`
  const entries: (TimelineEntry | null)[] = [
    { ...about, on: isoDate(plan.startedOn), title: `${name} begun` },
    plan.agreedOn === null
      ? null
      : {
          ...about,
          on: isoDate(plan.agreedOn),
          title: `${name} agreed`,
          text: `By ${plan.agreedBy}`,
        },
    plan.sentAt === null
      ? null
      : {
          ...about,
          on: londonDay(plan.sentAt),
          at: plan.sentAt,
          title: `${name} sent to the carer`,
          text: formatWords(plan.sentAs),
        },
    plan.endedOn === null
      ? null
      : {
          ...about,
          on: isoDate(plan.endedOn),
          title: `${name} ${plan.agreedOn === null ? 'given up' : 'ended'}`,
          text: plan.endReason ?? '',
        },
  ]
  // Of one day the latest stands first, as in the timeline.
  return entries.filter((entry) => entry !== null).toReversed()
}
