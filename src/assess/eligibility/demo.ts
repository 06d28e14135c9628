import { addDays } from '#platform/lib/dates.ts'
import type { DemoHouse } from '#platform/room.ts'
import { asDemoPerson, demoId, withCast } from '#share/accounts/demo-actors.ts'
import { demoAssessmentId, demoStories, type DemoStory } from '#assess/assessments/demo.ts'
import { updateOutcome } from '#assess/assessments/assessments.sql.ts'
import { getDetermination, insertDraft, updateCountersigned } from './determinations.sql.ts'
import type { Findings } from './eligibility.ts'
import { carerEligibilityData } from './law.ts'
import { letterFrom } from './letter-from.ts'
import { makeDecision, outcomeOf } from './make-decision.ts'
import { openDecision } from './opened.ts'
import { responsibleAuthority } from './responsible-authority.rules.ts'
import { sendDecision } from './send-decision.ts'
import { formatFor } from '#people/persons/reading-format.rules.ts'

const findings: Findings = {
  C1: true,
  C2a: true,
  outcomes: { O8: ['U2'] },
  C3: true,
  wellbeing: ['W_b', 'W_e'],
  evidence: {
    C1: 'You wash, dress and feed them, and give the medicines.',
    C2a: 'You sleep four hours a night and your back hurts.',
    O8: 'You have not been to choir for a year, and it makes you low.',
    C3: 'Your nights are broken and you hardly see anybody.',
  },
}

/** Priya Nair proposes that each story's carer is eligible, David Amphlett countersigns, and it is sent. */
export function placeDemoDecisions(house: DemoHouse): Promise<void> {
  return withCast(house, async (cast) => {
    for (const story of demoStories(cast)) {
      const id = demoId(`determination ${story.name}`)
      await decide(house, story, id)
      await countersign(house, story, id)
      await send(house, story, id)
    }
  })
}

const daysFrom = (house: DemoHouse, { planAgreedDaysAgo }: DemoStory, before: number) =>
  addDays(house.clock.today(), -planAgreedDaysAgo - before)

function decide(house: DemoHouse, story: DemoStory, id: string): Promise<void> {
  return asDemoPerson(house, 'Priya Nair', async (tx, actor) => {
    await insertDraft(tx, {
      authorityId: actor.authorityId,
      id,
      assessmentId: demoAssessmentId(story.name),
      personId: story.carer.id,
      organisationId: story.carer.organisationId,
      kind: 'adult_carer',
      rulesVersion: carerEligibilityData.version,
      findings,
      familyFindings: {},
    })
    const determination = await getDetermination(tx, id)
    await makeDecision(tx, {
      actor,
      determination,
      version: determination.version,
      responsibility: responsibleAuthority({
        kind: 'adult_carer',
        carer: { is: 'unknown' },
        caredFor: [{ is: 'here' }],
      }),
      today: daysFrom(house, story, 15),
    })
  })
}

/** The council's own step, where the decision is not delegated to the hub. */
function countersign(house: DemoHouse, story: DemoStory, id: string): Promise<void> {
  return asDemoPerson(house, 'David Amphlett', async (tx, actor) => {
    const done = await updateCountersigned(tx, {
      id,
      countersignedOn: daysFrom(house, story, 12),
      countersignedBy: actor.accountId,
      countersignedByName: actor.displayName,
    })
    if (!done) return
    const assessmentId = demoAssessmentId(story.name)
    const outcome = outcomeOf({ kind: 'adult_carer', eligible: true, answer: null })
    await updateOutcome(tx, assessmentId, outcome)
  })
}

function send(house: DemoHouse, story: DemoStory, id: string): Promise<void> {
  return asDemoPerson(house, 'Priya Nair', async (tx, actor) => {
    const opened = await openDecision(tx, actor, id)
    if (opened.determination.sentAt !== null) return
    const from = await letterFrom(tx, actor, opened)
    const { format } = formatFor(opened.person.informationFormat, ['pdf', 'large-print'])
    const copyOn = daysFrom(house, story, 10)
    // By hand: a message would bear the day on which the demo is loaded.
    await sendDecision(tx, {
      from,
      way: 'by_hand',
      format,
      attachments: [],
      copyOn,
      copiesTo: null,
      sentAt: `${copyOn}T10:00:00Z`,
      authorityId: actor.authorityId,
    })
  })
}
