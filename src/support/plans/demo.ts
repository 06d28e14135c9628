import { addDays, type IsoDate } from '#platform/lib/dates.ts'
import type { Tx } from '#platform/db/database.ts'
import type { DemoHouse } from '#platform/room.ts'
import { fullName } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { asDemoPerson, demoId, withCast } from '#share/accounts/demo-actors.ts'
import { demoStories, type DemoStory } from '#assess/assessments/demo.ts'
import { agreePlan, planSeen } from './agree-plan.ts'
import { getWholePlan, insertAction, insertGoal, updateActionDone } from './plan-lines.sql.ts'
import { lockPlan, updateAsSent, updateDraft } from './plans.sql.ts'
import { startPlan } from './start-plan.ts'

/** The support plan of each story: written from its decision, agreed and sent on one day, and begun ten days later, as Priya Nair. */
export function placeDemoPlans(house: DemoHouse): Promise<void> {
  return withCast(house, async (cast) => {
    for (const story of demoStories(cast)) await place(house, story)
  })
}

function place(house: DemoHouse, { name, carer, planAgreedDaysAgo }: DemoStory): Promise<void> {
  return asDemoPerson(house, 'Priya Nair', async (tx, actor) => {
    const on = addDays(house.clock.today(), -planAgreedDaysAgo)
    const asked = { actor, id: demoId(`plan ${name}`), personId: carer.id, today: addDays(on, -8) }
    const started = await startPlan(tx, asked)
    // Another plan is open for this carer: the demo leaves it alone.
    if (!started.ok || (await lockPlan(tx, asked.id)).state !== 'draft') return
    const person = await getPerson(tx, carer.id)
    await write(tx, { id: asked.id, name, on })
    const agreed = await agreePlan(tx, {
      actor,
      id: asked.id,
      seen: planSeen(await getWholePlan(tx, asked.id)),
      agreement: { on, by: fullName(person), how: 'in_person', involved: null, copiesTo: null },
    })
    if (!agreed.ok) throw new Error(`the demo's plan lacks something: ${JSON.stringify(agreed)}`)
    // By hand: a message would bear the day on which the demo is loaded.
    await updateAsSent(tx, { id: asked.id, at: `${on}T15:00:00Z`, as: 'by_hand' })
    const [first] = (await getWholePlan(tx, asked.id)).actions
    const doneOn = addDays(on, 10)
    if (first !== undefined && doneOn <= house.clock.today())
      await updateActionDone(tx, { id: first.id, planId: asked.id, doneOn })
  })
}

/** What stands in the plan, beside the needs that the decision found. */
async function write(
  tx: Tx,
  of: { readonly id: string; readonly name: string; readonly on: IsoDate },
): Promise<void> {
  const { plan, needs } = await getWholePlan(tx, of.id)
  await insertGoal(tx, plan, {
    id: demoId(`goal ${of.name}`),
    words: 'Sing with the choir on Thursdays again',
    iStatement: 'able_to_care_safely',
    answerBefore: 'never',
  })
  for (const need of needs) {
    const sleep = need.outcomeId === 'C2a'
    await insertAction(tx, plan, {
      id: demoId(`action ${of.name} ${need.outcomeId}`),
      needId: need.id,
      goalId: sleep ? null : demoId(`goal ${of.name}`),
      action: sleep
        ? 'Try the night alarm for a month, on loan'
        : 'Sitting service on Thursday evenings, three hours',
      target: 'carer',
      owner: 'Priya Nair, Worcestershire Carers’ Hub',
      dueOn: addDays(of.on, 14),
      startsOn: addDays(of.on, 14),
      reviewOn: null,
      provider: sleep ? 'Equipment loan service' : 'Sitting service of the hub',
      costPence: sleep ? 0 : 480_00,
      paidBy: sleep ? 'free' : 'council',
      caredForAgreed: null,
      caredForAskedOn: null,
      caredForAgreedHow: null,
    })
  }
  await updateDraft(tx, plan, {
    matters: ['able', 'wellbeing', 'learning_and_leisure'],
    adviceReduce: 'Ask the pharmacy for blister packs; the falls clinic can look at the stairs.',
    advicePrevent: 'Come to the carers’ group on the first Monday. Ring us before it is too much.',
    budgetPence: 480_00,
    personPaysPence: 0,
    authorityPaysPence: 480_00,
    contingency: {
      people: [{ name: 'Ruth', relationship: 'Sister', phone: '01632960123', agreed: true }],
      facts: 'The neighbours at number 12 have a key. Medicines are in the kitchen, top shelf.',
    },
  })
}
